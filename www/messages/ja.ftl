# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = 切断できるユーザー
content-updated = Latchkey が更新されました。このページを再読み込みしてください
content-expand = Latchkey を表示

## When the panel itself has failed
panel-stopped = エラーのため Latchkey は停止しました。失われたものはありません。適用した内容は履歴にあります。
panel-reload = 再読み込み
