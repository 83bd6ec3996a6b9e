# Both drafts started from the section as it stands:
billkit merge us-nd/ndcc-15.1-06-08.1 house.txt senate.txt -j us-nd
# What came of the two together, beside the law:
billkit merge us-nd/ndcc-15.1-06-08.1 house.txt senate.txt -j us-nd -o together.txt
billkit compare us-nd/ndcc-15.1-06-08.1 together.txt -j us-nd --brief
