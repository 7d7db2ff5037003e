# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Hvem kan afbryde forbindelsen?
content-updated = Latchkey er opdateret; genindlæs siden
content-dock = Latchkey
content-expand = Vis Latchkey
