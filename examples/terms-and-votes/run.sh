billkit matrix -k term -k renewal -k approval-threshold
