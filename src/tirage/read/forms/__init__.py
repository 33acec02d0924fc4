"""What editors may write: one pydantic model for each file, every key with its description.

In: YAML as plain values, all of them text as written. Out: validated forms, from which the sibling modules of
`read` make the model's frozen values; and JSON Schema for text editors.
"""
