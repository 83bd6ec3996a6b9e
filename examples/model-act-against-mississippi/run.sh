# The five provisions that make an act an innovation act, and who must vote:
billkit contrast model-act us-ms -k authority -k waivable-scope -k term -k renewal -k approval-threshold
