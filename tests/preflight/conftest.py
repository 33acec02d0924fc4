from hypothesis import settings

settings.register_profile("many", max_examples=1000, deadline=None)
