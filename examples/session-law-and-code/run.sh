# The code is the later version of the session law, so the redline speaks of insertion and deletion:
billkit compare us-mn/laws-2017-1sp-c5-art2-s52 us-mn/minnstat-124f.01 --context law
