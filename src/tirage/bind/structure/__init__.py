"""The structure tree that assistive technology reads.

`reading` takes it from a gathering, the passes that `structuring` names put it right, `writing` puts it into a galley.
"""
