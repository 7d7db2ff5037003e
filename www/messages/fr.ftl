# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Qui peut déconnecter ?
content-updated = Latchkey a été mis à jour ; rechargez cette page
content-expand = Afficher Latchkey

## When the panel itself has failed
panel-stopped = Latchkey s’est arrêté à cause d’une erreur. Rien n’est perdu : ce qui a été appliqué figure dans l’historique.
panel-reload = Recharger
