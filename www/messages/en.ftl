# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Who can disconnect?
content-updated = Latchkey was updated; reload this page
content-dock = Latchkey
content-expand = Show Latchkey
