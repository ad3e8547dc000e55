"""Names without the model: the words, rules and evidence of ``articlelens_names`` and ``articlelens_entities``.

Everything here works on a :class:`~articlelens.pipeline.naming.view.View` and on plain strings.
"""
