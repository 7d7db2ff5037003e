# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Hvem kan afbryde forbindelsen?
content-updated = Latchkey er opdateret; genindlæs siden
content-expand = Vis Latchkey

## When the panel itself has failed
panel-stopped = Latchkey stoppede på grund af en fejl. Intet er gået tabt: det anvendte står i historikken.
panel-reload = Genindlæs
