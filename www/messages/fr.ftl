# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Qui peut déconnecter ?
content-updated = Latchkey a été mis à jour ; rechargez cette page
content-dock = Latchkey
content-expand = Afficher Latchkey
