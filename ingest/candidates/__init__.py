"""Models beside the rules: what they propose is checked against the text before it counts.

A `CandidateSource` (candidate.py) proposes entities, claims and relations; `check` (check.py)
keeps those whose quotes stand in the stored text; `with_candidates` (merge.py) adds them to what
the rules found. gliner.py and llm.py are the sources Sayso brings; configured.py makes them from
settings.
"""
