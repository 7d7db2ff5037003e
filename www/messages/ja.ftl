# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = 切断できるユーザー
content-updated = Latchkey が更新されました。このページを再読み込みしてください
content-dock = Latchkey
content-expand = Latchkey を表示
