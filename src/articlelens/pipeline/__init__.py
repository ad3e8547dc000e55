"""The spaCy components: each a factory under the entry point ``spacy_factories``, usable in anyone's pipeline.

They hand their findings on as plain data in ``doc.spans["articlelens.…"]`` (see :mod:`.annotations`), and are run in
the order of :data:`BEFORE_PARSER` and :data:`AFTER_NER` around a pipeline that has a tagger, a parser and an entity
recognizer.
"""

BEFORE_PARSER = ("articlelens_layout",)
AFTER_NER = (
    "articlelens_names",
    "articlelens_entities",
    "articlelens_places",
    "articlelens_dates",
    "articlelens_figures",
    "articlelens_summary",
)
