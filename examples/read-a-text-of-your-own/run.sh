# What does it provide?
billkit profile act.txt
# And beside Mississippi's act:
billkit contrast act.txt us-ms -k authority -k term -k renewal -k approval-threshold
