# Make a statute file of the copy:
billkit statutes import copy.txt --id us-wy/wyo-stat-9-9-901@2026 --library mine --source "a made-up copy, for this example" --retrieved 2026-01-15 -j us-wy --citation "Wyo. Stat. § 9-9-901"
# It is there now, beside the law that billkit ships:
billkit statutes show us-wy/wyo-stat-9-9-901 --library mine
# And it can be held against another copy; here against the same one:
billkit statutes verify us-wy/wyo-stat-9-9-901 --against copy.txt --library mine
