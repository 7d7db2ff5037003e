# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = 切断できるユーザー
content-updated = Latchkey が更新されました。このページを再読み込みしてください
content-expand = Latchkey を表示

## When the panel itself has failed; written into panel.js by the build, so plain text only
stopped-why = エラーのため Latchkey は停止しました。失われたものはありません。適用した内容は履歴にあります。
stopped-reload = 再読み込み
stopped-speechless = Latchkey の表示テキストを読み込めませんでした。再読み込みしてください。解決しない場合は、拡張機能をインストールし直してください。

## Disconnect rights
disconnect-title = 切断の権限
disconnect-subtitle = レコードから Teams チャットを切断できるユーザー
disconnect-still-reading = 読み取り中です
disconnect-toggle-owner = レコードの所有者がチャットを切断できる
disconnect-toggle-connector = チャットの接続者がチャットを切断できる
disconnect-privilege-label = { $privilege }
disconnect-role-right = { $role } の特権
disconnect-grant-direct = ロール { $role } による。
disconnect-grant-through-team = チーム { $team } のロール { $role } による。
disconnect-verdict-global = ロールにより、すべてのレコードで切断できます。
disconnect-verdict-owner = レコードの所有者で、{ $type } の所有者スイッチはオンです。
disconnect-verdict-connector = 最後にチャットを接続したユーザーで、{ $type } の接続者スイッチはオンです。
disconnect-verdict-owner-off = レコードの所有者ですが、{ $type } の所有者スイッチはオフです。
disconnect-verdict-not-owner = レコードの所有者ではありません。
disconnect-verdict-connector-off = 最後にチャットを接続したユーザーですが、{ $type } の接続者スイッチはオフです。
disconnect-verdict-not-connector = 最後にチャットを接続したユーザーではありません。
disconnect-verdict-no-role = 権限を与えるロールはありません。
disconnect-verdict-rows = { $count ->
   *[other] 公開表の行 { $rows } で判定されます。
  }
disconnect-verdict-derived = 導出: この組み合わせは公開表のどの行にもないため、表の基になる規則で判定します。
disconnect-verdict-owning-team-unproven = レコードはチームが所有しています。メンバーが所有者と見なされるかは実際のテナントでまだ確認されていないため、両方の結果を示します。
disconnect-verdict-roles-unread = ロールをすべては読み取れませんでした。ロールが権限を与えている可能性があります。
disconnect-effect-owner-on = 種類が { $type } のレコードの所有者は、そのチャットを切断できるようになります。
disconnect-effect-owner-off = 種類が { $type } のレコードの所有者は、ロールがあるか自分で接続した場合を除き、そのチャットを切断できなくなります。
disconnect-effect-connector-on = 種類が { $type } のレコードに最後にチャットを接続したユーザーは、それを切断できるようになります。
disconnect-effect-connector-off = 種類が { $type } のレコードに最後にチャットを接続したユーザーは、ロールがあるかレコードを所有する場合を除き、それを切断できなくなります。
disconnect-no-access = { $host } にサインインしていますが、この環境の有効なユーザーではありません。管理者に追加を依頼してください。
disconnect-record-types-absent = この環境には Teams チャットの設定がありません。Customer Service アプリをインストールまたは更新してから、もう一度読み取ってください。
disconnect-generation-unknown = この環境の Teams チャットの設定には、Latchkey の知らない列があります。ポータルのページで変更してください。
disconnect-privilege-absent = この環境にはチャットを切断する特権がないため、ロールで権限を与えることはできません。
disconnect-privilege-ambiguous = チャットを切断する特権らしいものが複数あります。ロールは Power Platform 管理センターで変更してください。
disconnect-missing-role = { $role } を読み取れませんでした。{ $why }
disconnect-missing-unknown-roles = { $count ->
   *[other] { $count } 件の割り当ては、読み取れなかったロールのものです。
  }
disconnect-remark-privilege-renamed = ここでは特権の名前は { $privilege } です。名前の一部から判別しました。
disconnect-remark-roles-disagree = 特権の一覧が { $role } 自身の内容と食い違うため、ロールを 1 つずつ読み取りました。
disconnect-remark-roles-quick-partial = 特権の一覧を最後まで読み取れなかったため、ロールを 1 つずつ読み取りました。
disconnect-remark-roles-quick-refused = 特権の一覧が拒否されたため、ロールを 1 つずつ読み取りました。
disconnect-remark-user-roles-disagree = ロール割り当ての一覧があなた自身のロールと食い違うため、ユーザーごとにロールを読み取りました。
disconnect-remark-user-roles-refused = ロール割り当ての一覧が拒否されたため、ユーザーごとにロールを読み取りました。
disconnect-remark-teams-refused = チームの一覧が拒否されたため、チームごとにメンバーとロールを読み取りました。
disconnect-remark-own-right = 読み取った内容では、あなた自身の切断の権限がサービスの返答と異なります。直前の変更がまだ反映されていない可能性があります。
disconnect-plan-title = { $count ->
   *[other] 切断の権限: 変更 { $count } 件
  }
disconnect-plan-nothing = 変更がないため、計画するものはありません。
disconnect-plan-incomplete = 不完全な一覧から計画は作成しません。読み取りが不完全: { $what }。もう一度読み取るか、より多くの権限を持つ人に依頼してください。
disconnect-plan-role-fixed = { $role } は変更できません。
disconnect-plan-own-last-way = { $role } は、あなたがこの権限を持つ最後の手段です。失うと元に戻せません。別の管理者に依頼するか、先に自分に別のロールを割り当ててください。
disconnect-plan-not-allowed = これを変更する特権がありません: { $what }。管理者に依頼してください。
disconnect-plan-gone = 変更した項目の一部がなくなりました。もう一度読み取ってください。
disconnect-step-toggle = { $type }: チャットを切断できるユーザー
disconnect-step-owner = { $type }: レコードの所有者がチャットを切断できる
disconnect-step-connector = { $type }: チャットの接続者がチャットを切断できる
disconnect-step-grant = { $role }: 特権を付与
disconnect-step-take = { $role }: 特権を取り消し
step-chosen = { $count ->
    [0] あなたの選択です。
    [1] { $what } に「{ $to }」を選択しました。
   *[other] これらの { $count } 件の設定を選択しました。
  }
disconnect-unproven-record-type = Dataverse がページのスイッチをここに保存することは名前からの推定で、実際のテナントではまだ確認されていません。
disconnect-unproven-privilege = 特権の名前は 1 つの情報源によるもので、実際のテナントではまだ確認されていません。
disconnect-note-gain = { $count ->
   *[other] { $count } 人がすべてのレコードで権限を取得します: { $names }
  }{ $more ->
    [0] 。
   *[other] {" "}ほか { $more } 人。
  }
disconnect-note-lose = { $count ->
   *[other] { $count } 人がすべてのレコードで権限を失います: { $names }
  }{ $more ->
    [0] 。
   *[other] {" "}ほか { $more } 人。
  }
disconnect-note-nobody = これらのロールの変更で権限を得る人も失う人もいません。
disconnect-note-no-conditional-write = ロールは変更中にロックできません。直前に読み取り、変更後にもう一度読み取って、その間の他の人による変更に気付けるようにします。
disconnect-undo-as-read = { $time } に読み取った内容では: { $note }
disconnect-undo-unread = だれが権限を得て、だれが失うかは読み取られていません。もう一度読み取ってから、このプレビューを開き直してください。
disconnect-lock-who = あなたと組織
disconnect-lock-where = 環境
disconnect-lock-user = サインイン中のユーザー
disconnect-lock-organization = 組織
disconnect-lock-environment = 環境
disconnect-lock-name = 環境の名前
disconnect-lock-header = ポータルに表示されるユーザー
disconnect-reason-host = この環境の Teams チャットの設定、ロール、ユーザーを、あなた自身のサインインで読み取り、変更するためです。
disconnect-ready-types = { $count ->
   *[other] { $count } 種類のレコードのスイッチがすべてオンです
  }
disconnect-ready-types-off = { $count ->
   *[other] { $all } 個のスイッチのうち { $count } 個がオフです
  }
disconnect-ready-types-off-evidence = スイッチはレコードの種類ごとに 2 つあります。新しい組織ではすべてオンです
disconnect-ready-types-none = チャットを接続できるレコードの種類が設定されていません
disconnect-ready-types-unread = レコードの種類を読み取れませんでした
disconnect-ready-roles = { $count ->
   *[other] 既定のロール { $count } 件がすべて特権を保持しています
  }
disconnect-ready-role-lost = { $role } が既定の権限を失っています
disconnect-ready-role-lost-evidence = { $users ->
   *[other] 特権のないロール (ユーザー { $users } 人)
  }
disconnect-ready-role-lost-evidence-unread = 特権のないロール。ユーザー数は読み取れませんでした
disconnect-ready-roles-unread = ロールをすべては読み取れませんでした
disconnect-ready-holders = { $count ->
   *[other] { $count } 人がすべてのレコードで切断できます
  }
disconnect-ready-holders-partial = { $count ->
   *[other] 少なくとも { $count } 人がすべてのレコードで切断できます
  }
disconnect-ready-holders-unread = 特権の保持者を読み取れませんでした
disconnect-ready-all-tables = すべてのテーブルでチャットが許可されています
disconnect-ready-all-tables-evidence = 一覧にないテーブルも接続できますが、そのスイッチは不明です
disconnect-action-add = 計画に追加
disconnect-action-review = 確認
disconnect-export-record-types = レコードの種類
disconnect-export-users = ユーザー
disconnect-export-roles = ロール
disconnect-export-partial = 不完全: 少なくともこれら

## Teams chat
chat-title = Teams チャット
chat-reason-host = この環境の Teams チャットの設定、アプリ、テーブル、ロール、サイト マップを、あなた自身のサインインで読み取り、変更するため。
chat-plan-title = { $count ->
   *[other] Teams チャット: { $count } 件の変更
  }
chat-switch = Dynamics 365 内で Microsoft Teams チャットをオンにする
chat-layer-environment = 環境の値
chat-layer-app = アプリ { $app } の値
chat-layer-published = { $app } の { $setting } の公開値
chat-value-unset = 未設定
chat-value = { $value }
chat-switch-undefined = Teams チャットの設定は一覧にありますが、定義を解釈できませんでした。ポータルのページを使用してください。
chat-switch-unknown-app = 一覧にないアプリが独自の値を持っています。
chat-step-first = Teams チャットを初めてオンにする
chat-step-environment = すべてのアプリの Teams チャット
chat-step-app = { $app } の Teams チャット
chat-step-page = ページのスイッチで Teams チャットを切り替える
chat-step-page-save = ページを保存する
chat-page-saved = ページの内容がすべて保存済み
chat-step-publish = { $app } を公開する
chat-published = { $app }
chat-published-waiting = 公開待ち
chat-published-done = 公開済み
chat-step-type = { $type }: Teams チャットの設定
chat-step-add = { $type }: このレコードの種類へのチャットの接続を許可する
chat-step-remove = { $type }: レコードの種類を削除する
chat-step-timeline = Teams チャットをレコードと同期する (プレビュー)
chat-step-read = { $role }: { $table } の読み取り
chat-step-reads = { $role }: 生産性ペインのテーブルの読み取り
chat-step-site-map = { $app }: サイト マップに設定ページを追加
chat-step-profile = 既定のプロファイルからプロファイル { $profile } を作成する
chat-step-pane = { $profile }: 生産性ペインの Microsoft Teams
chat-reason-consent = 初回は、テナント全体の同意がグローバル管理者に求められます。これは人だけが行えます。
chat-reason-page = この環境には Teams チャットの設定がないため、ページのスイッチを使います。
chat-reason-page-save = ページで変更した内容は、そのページで保存すると有効になります。
chat-reason-publish = 変更はアプリの公開後に有効になります。他の人の下書きは見つかりませんでした。
chat-reason-publish-drafts = 変更はアプリの公開後に有効になります。他の人の未公開の変更も一緒に公開されます。
chat-reason-publish-unknown = 変更はアプリの公開後に有効になります。他の人の未公開の変更の有無は読み取れませんでした。
chat-reason-timeline = グローバル管理者だけが設定できます。
chat-reason-pane = カスタム ロールが生産性ペインを使うには、これらのテーブルの読み取りが必要です。
chat-guide-first = Teams チャットのページでスイッチをオンにし、グローバル管理者が同意し、「すべての Dynamics 365 アプリでオンにする」のまま保存してください。
chat-guide-first-selected = Teams チャットのページでスイッチをオンにし、グローバル管理者が同意し、「選択した Dynamics 365 アプリでオンにする」を選んで保存してください。
chat-guide-page-on = Teams チャットのページでスイッチをオンにしてください。同意を求めるウィンドウが開いたら、グローバル管理者が同意します。
chat-guide-page-save = Teams チャットのページで保存を選択してください。
chat-guide-profile = エージェント エクスペリエンス プロファイルのページで既定のプロファイルをコピーし、{ $profile } という名前を付けてください。
chat-guide-pane-on = プロファイル { $profile } を開き、生産性ペインを編集して Microsoft Teams をオンにしてください。
chat-guide-pane-off = プロファイル { $profile } を開き、生産性ペインを編集して Microsoft Teams をオフにしてください。
chat-undo-first = ページが複数の値を書き込んだ可能性があります。ページでオフにしてください。テナントの同意は Microsoft Entra で取り消します。
chat-undo-by-hand = 手作業で作成されたものです。不要な場合はプロファイルのページで削除してください。
chat-unproven-switch = この設定がページのメイン スイッチであることは名前からの推定で、実際のテナントではまだ確認されていません。
chat-unproven-page = この世代のページがスイッチを保存する方法は公開されていません。
chat-unproven-add = この一覧にあるだけでレコードの種類が許可されることは、実際のテナントではまだ確認されていません。
chat-unproven-remove = ページ自体がレコードの種類の項目を削除するのか無効にするのかは、実際のテナントではまだ確認されていません。
chat-unproven-format = 製品がこの値を書く形式を示すものがこの環境にないため、ドキュメントから推定される形式で書き込みます。
chat-unproven-timeline = ページのスイッチがこれ以外のものを変更しないことは、実際のテナントではまだ確認されていません。
chat-unproven-site-map = このエントリは、実際のテナントではまだ確認されていません。
chat-unproven-pane = ペインのどのツールが Microsoft Teams かは名前で判断しており、実際のテナントではまだ確認されていません。
chat-unproven-consent = Dynamics 365 がこれらのうちどのアプリを使うかは公表されておらず、実際のテナントではまだ確認されていません。
chat-note-drafts = { $app } を公開すると、他の人の未公開の変更も公開されます: { $drafts }
chat-note-drafts-unread = { $app } に他の人の未公開の変更があるかどうかは読み取れませんでした。公開すると一緒に公開されます。
chat-note-unpublished = この計画は { $app } を公開しません。変更は誰かが公開するまで待機します。
chat-note-draft-stays = { $app } の公開前に元に戻した場合、サイト マップは元の内容に戻りますが、公開内容と同じ下書きがサービスに残ります。下書きを破棄する方法は文書化されていません。
chat-effect-note-on = 種類が { $type } のレコードに新しく接続されたチャットは、レコードについてのメモで始まります。
chat-effect-note-off = 種類が { $type } のレコードに新しく接続されたチャットは、レコードについてのメモなしで始まります。
chat-effect-join-on = 種類が { $type } のレコードに書き込めるユーザーは、参加していなかった場合でも、接続されたチャットを表示して参加できるようになります。
chat-effect-join-off = 種類が { $type } のレコードに接続されたチャットに参加していなかったユーザーは、自分でそれを表示して参加することができなくなります。
chat-effect-updates-on = 種類が { $type } のレコードに接続されたチャットの全員に、選択した列の変更が通知されます。
chat-effect-updates-off = 種類が { $type } のレコードに接続されたチャットでは、列の変更が通知されなくなります。
chat-effect-listed = { $type } は、チャットを接続できるレコードの種類の一覧に含まれます。
chat-effect-unlisted = { $type } は、チャットを接続できるレコードの種類の一覧から外れます。
chat-effect-timeline-on = 接続されたチャットがレコードのタイムラインに表示され、そのためにチャットの活動が Dataverse に保存されます。
chat-effect-timeline-off = Teams のチャットはレコードのタイムラインと同期されなくなります。
chat-effect-reads-on = ロール { $role } を持つユーザーは、生産性ペインに必要なものを読み取れるようになります。
chat-effect-reads-off = ロール { $role } を持つユーザーは、別のロールがある場合を除き、生産性ペインに必要なものすべては読み取れなくなります。
chat-effect-one-by-one = ロールには複数の特権を一度に付与できますが、削除は 1 つずつしかできません。そのため、{ $role } の 1 つの手順は { $count } 個の手順で元に戻します。
chat-note-consent = 同意はテナント全体に及び、スイッチを元に戻しても残ります。
chat-global-unknown = タイムラインを設定できるのはグローバル管理者だけです。ほかの人は拒否されます。あなたが該当するかどうかは、「{ $where }」で Microsoft Graph にサインインすると分かります。
chat-global-yes = タイムラインを設定できるのはグローバル管理者だけです。あなたはグローバル管理者です。
chat-global-no = タイムラインを設定できるのはグローバル管理者だけですが、あなたの有効なロールにはありません。拒否される見込みです。先にロールを有効にするか、グローバル管理者に依頼してください。
chat-global-other = タイムラインを設定できるのはグローバル管理者だけです。Microsoft Graph には別のアカウント { $account } でサインインしているため、あなたが該当するかどうかは分かりません。
chat-global-unread = タイムラインを設定できるのはグローバル管理者だけです。あなたが該当するかどうかは読み取れませんでした。{ $why }
chat-plan-fixed = この環境の Teams チャットの設定は変更できません。
chat-plan-no-environment = ここでは環境の値を設定できません。代わりにアプリを選択してください。
chat-plan-no-apps = ここではアプリごとの値を設定できません。すべてのアプリでオンにするか、オフにしてください。
chat-plan-columns = 選択した列に追跡できないものがあるか、6 つ以上あります。別の列を選択してください。
chat-plan-no-key-updates = { $what } は仮想テーブルか Update メッセージがないため、重要な更新を通知できません。オフのままにしてください。
chat-plan-no-privilege = ロールに必要な特権をここでは付与できません。
chat-plan-managed = { $what } はソリューションに含まれるため変更しません。
chat-plan-no-place = { $what } にその場所がないか、ページが既にあるか、内容を解釈できませんでした。もう一度読み取ってください。
chat-note = メモを含める
chat-view = メモのビュー
chat-view-default = 製品の既定
chat-join = チャットに参加
chat-key-updates = 重要な更新の通知を受け取る
chat-followed = 重要な更新の列
chat-followed-none = なし
chat-auto-name = チャットに自動で名前を付ける
chat-suggestions = 候補
chat-ai-introduction = AI による紹介
chat-state = 行の状態
chat-type-row = レコードの種類
chat-type-listed = 一覧にあり
chat-type-unlisted = 一覧になし
chat-timeline = Teams チャットをレコードと同期する (プレビュー)
chat-read-of = { $table } の読み取り
chat-table-app-profile = アプリ プロファイル
chat-table-tab-template = アプリケーション タブ テンプレート
chat-table-notification-field = 通知フィールド
chat-table-notification-template = 通知テンプレート
chat-table-pane-tab = ペイン タブの構成
chat-table-pane-tool = ペイン ツールの構成
chat-table-pane = 生産性ペインの構成
chat-site-map = { $app } のサイト マップ
chat-settings-page = Teams チャットの設定ページ
chat-page-absent = サイト マップになし
chat-page-at = { $area }、{ $group }
chat-map-page = { $area } › { $group } に設定ページ { $id } があります: { $url }
chat-map-no-page = 設定ページはありません
chat-map-added = 追加: { $what } ({ $place })
chat-map-removed = なくなったもの: { $what } ({ $place })
chat-map-changed = 変更: { $what } ({ $place })
chat-map-other = 項目は同じで、順序または空白が異なります
chat-map-same = 違いはありません
chat-map-unknown = 解釈できないサイト マップ
chat-profile = プロファイル { $profile }
chat-profile-absent = なし
chat-profile-there = あり
chat-teams-in-pane = { $profile } のペインの Microsoft Teams
chat-missing-app = { $app } の構成を読み取れませんでした。{ $why }
chat-missing-site-map = { $app } のサイト マップを読み取れませんでした。
chat-missing-principal = サービス プリンシパル { $id } のアプリの名前を読み取れませんでした。{ $why }
chat-site-map-unknown = サイト マップを解釈できなかったため、何も書き込みません。
chat-drafts-unread = 未公開の内容を読み取れなかったため、誰かの下書きを失うおそれのある書き込みは行いません。{ $why }
chat-needs-sign-in = Microsoft Graph へのサインインが必要です
chat-consent-needs-sign-in = Microsoft Graph へのサインインが必要なため、次については何も示しません: { $permissions }
chat-ready-consent-held = いずれかのアプリが組織全体で保持しています: { $permissions }。Dynamics 365 が使うアプリかどうかは、実際のテナントではまだ確認されていません。
chat-ready-consent-none = 読み取れたアプリの中に、組織全体でこれらを保持しているものはありません。
chat-not-read-yet = まだ読み取っていません
chat-ready-all = すべてのアプリでオン (今後追加されるものを含む)
chat-ready-selected = { $count ->
   *[other] { $count } 個のアプリでオン
  }
chat-ready-off = すべてのアプリでオフ
chat-ready-never-on = Teams チャットは一度もオンにされていません
chat-ready-switch-absent = Teams チャットがオンかどうかを判断できませんでした
chat-ready-switch-absent-evidence = この環境にその設定はありません。ポータルのページに表示されます
chat-ready-switch-unread = Teams チャットのスイッチをすべては読み取れませんでした
chat-ready-waiting = { $count ->
   *[other] { $count } 個のアプリが公開待ちです
  }
chat-ready-types = { $count ->
   *[other] { $count } 種類のレコードにチャットを接続できます
  }
chat-ready-no-columns = { $type }: 重要な更新がオンですが、列が選択されていません
chat-ready-no-view = { $type }: メモに選択されたビューが存在しません
chat-ready-timeline-on = Teams チャットはレコードと同期されています
chat-ready-timeline-off = Teams チャットはレコードと同期されていません
chat-ready-timeline-alone = タイムラインは同期されていますが、Teams チャットはオフです
chat-ready-timeline-unread = タイムラインを読み取れませんでした
chat-ready-consent = { $count ->
   *[other] Teams データへの { $count } 個のアクセス許可
  }
chat-ready-access = 生産性ペインに必要な権限の一部だけを持つカスタム ロールはありません
chat-ready-access-unread = 生産性ペインに必要なロールの権限は不明です
chat-ready-role-lacks = { $count ->
   *[other] { $role } には生産性ペインの 7 つの読み取りのうち { $count } つがありません
  }
chat-ready-pages = { $all } 個のカスタム アプリのうち { $count } 個のサイト マップに設定ページがあります
chat-ready-pages-unread = カスタム アプリのサイト マップをすべては読み取れませんでした
chat-ready-profiles = ペインに Microsoft Teams があるカスタム プロファイル: { $on }、ないもの: { $off }
chat-ready-profiles-unclear = 判定できないものがあります: ペインとプロファイルの 2 つの関連付けが食い違うか、Microsoft Teams と判別できるタブがないか、読み取れませんでした
chat-ready-profiles-unread = プロファイルをすべては読み取れませんでした
chat-page-title = Teams チャットの設定

## Roles
role-depth-none = なし
role-depth-user = ユーザー
role-depth-business-unit = 部署
role-depth-parent-child = 上位: 下位の部署
role-depth-organization = 組織
role-depth-record-filter = レコード フィルター

## Dataverse
dataverse-error-signed-out = { $host } からサインアウトしています。そのページでサインインしてから、もう一度読み取ってください。
dataverse-error-forbidden = これを読み取る特権がありません: { $what }。不足: { $privilege }。管理者に依頼してください。
dataverse-error-forbidden-unnamed = これを読み取る特権がありません: { $what }。管理者に依頼してください。
dataverse-error-not-found = この環境にはありません: { $what }。
dataverse-error-throttled = サービスが混雑しており、待つよう求めています。数分後にもう一度読み取ってください。
dataverse-error-refused = サービスが応答を拒否しました ({ $status }): { $what }。返答: { $message }
dataverse-error-unexpected = 応答を理解できませんでした: { $what }。もう一度読み取ってください。続く場合、この環境は Latchkey より新しいものです。
dataverse-error-page-gone = ポータルのページが閉じられたか再読み込みされました。開き直してから、もう一度読み取ってください。
dataverse-error-too-large = 応答が Latchkey の受け付ける大きさを超えています。
dataverse-error-not-sent = Latchkey に許可されていない送信先のため、要求は送信されませんでした。
dataverse-error-unreachable = サービスが応答しませんでした。接続を確認してから、もう一度読み取ってください。
dataverse-missing-rows = { $count ->
   *[other] { $count } 行を読み取れませんでした: { $what }。
  }
dataverse-missing-too-long = 一覧が Latchkey の読み取る長さを超えています: { $what }。
dataverse-what-batch = 複数の一覧
dataverse-what-who-am-i = サインイン中のユーザー
dataverse-what-organization = 環境
dataverse-what-own-user = あなたのユーザー
dataverse-what-own-privileges = あなたの特権
dataverse-what-privilege = 特権
dataverse-what-record-types = レコードの種類
dataverse-what-table = テーブルの名前
dataverse-what-settings = 設定
dataverse-what-roles = ロール
dataverse-what-role-privileges = ロールの特権
dataverse-what-users = ユーザー
dataverse-what-teams = チーム
dataverse-what-user-roles = ユーザーのロール
dataverse-what-team-roles = チームのロール
dataverse-what-team-members = チームのメンバー
dataverse-what-app-components = アプリの構成
dataverse-what-app-settings = アプリの設定
dataverse-what-apps = アプリ
dataverse-what-columns = 列
dataverse-what-message-filters = 追跡できるテーブル
dataverse-what-panes = 生産性ペイン
dataverse-what-profiles = プロファイル
dataverse-what-site-maps = サイト マップ
dataverse-what-tables = テーブル
dataverse-what-timeline = タイムライン
dataverse-what-views = ビュー

# Sign-in with Microsoft Entra ID: what went wrong, and what the admin can do
sign-in-error-no-client = このテナントには Latchkey のクライアント アプリがまだありません。アプリを登録し、そのアプリケーション (クライアント) ID を設定に入力してください。
sign-in-error-tenant-unknown = 環境がどのテナントに属するかわからないため、正しいテナントにサインインできません。環境のページを開いてから、もう一度試してください。
sign-in-error-host = ブラウザーはまだ Latchkey に { $host } へのアクセスを許可していません。許可してから続けてください。
sign-in-error-cancelled = サインインは取り消され、何も変更されていません。ウィンドウに AADSTS50011 または AADSTS700016 が表示された場合は、クライアント アプリの登録を確認してください。
sign-in-error-expired = サインインしていないか、サインインの有効期限が切れています。サインインしてください。
sign-in-error-consent = アクセス許可には同意が必要です。サインインして承諾してください。承諾する権限がない場合は、クライアント アプリに管理者の同意を与えるよう管理者に依頼してください。
sign-in-error-account = そのアカウントはこのテナントでは使用できません。別のアカウントでサインインしてください。
sign-in-error-account-named = { $account } としてサインインしていますが、ウィンドウで別のアカウントが選択されました。同じアカウントを選択するか、先に設定でサインインを消去してください。
sign-in-error-tenant = そのアカウントはテナント { $signed-in } にサインインしていますが、環境はテナント { $wanted } にあります。そのテナントのアカウントでサインインしてください。
sign-in-error-app = このテナントにクライアント アプリが見つからないか、無効になっています。設定のアプリケーション (クライアント) ID と登録を確認してください。
sign-in-error-redirect = クライアント アプリにこのブラウザーのリダイレクト アドレスが登録されていないか、シングルページ アプリケーションとして登録されていません。そのプラットフォームにアドレスを追加してください。
sign-in-error-policy = ポリシーまたは割り当ての不足により、このサインインは許可されていません ({ $code })。テナントの管理者に問い合わせてください。
sign-in-error-offline = { $host } から応答がありません。接続を確認してから、もう一度試してください。
sign-in-error-page = Entra が独自のページでサインインを拒否し、ブラウザーがそのページを閉じました。多くの場合、アカウントがこのテナントのものでないか、テナントにクライアント アプリが見つかりません。別のアカウントでサインインするか、設定のアプリケーション (クライアント) ID と登録を確認してください。
sign-in-error-refused = サインインが拒否されました。もう一度試し、解決しない場合はテナントの管理者に問い合わせてください。
sign-in-error-refused-code = サインインが { $code } で拒否されました。もう一度試し、解決しない場合はテナントの管理者に問い合わせてください。
sign-in-error-unexpected = 返された内容はこのサインインへの応答ではないため、使用されませんでした。もう一度試してください。

# What is signed in to, and what each permission is for
sign-in-resource-graph = Microsoft Graph
sign-in-resource-power-platform = PowerApps Service
sign-in-resource-power-platform-api = Power Platform API
sign-in-resource-teams = Skype and Teams Tenant Admin API
sign-in-why-profile = サインインしているユーザーを表示するため
sign-in-why-directory = 計画する前に、あなた自身のロールと空きライセンスを確認し、組織がどのアプリに同意したかを読み取るため
sign-in-why-applications = アプリの登録、そのシークレットとサービス プリンシパルを作成するため
sign-in-why-applications-read = アプリの登録とそのシークレットの有効期限を読み取るため
sign-in-why-policies = アプリ シークレットについてテナントが許可する内容を確認するため
sign-in-why-grants = アプリの委任されたアクセス許可を組織に付与するため
sign-in-why-users = 潜在顧客を書き込むユーザーを作成し、ライセンスを割り当てるため
sign-in-why-power-platform = アプリをアプリケーション ユーザーとして環境に追加するため
sign-in-why-connector-policies = 高度なコネクタ ポリシーを読み取るため
sign-in-why-teams = Microsoft Teams のポリシーを読み取り、文字起こしを有効にするため

# What a cloud service answered instead of data
cloud-error-signed-out = { $host } にサインインしていないか、サインインが終了しています。サインインしてから、もう一度読み取ってください。
cloud-error-denied = これを読み取ることはできません: { $what }。アクセス許可 { $permission } が必要です。
cloud-error-denied-role = これを読み取ることはできません: { $what }。アクセス許可 { $permission } と、ロール { $role } またはそれ以上が必要です。
cloud-error-not-found = このテナントにはありません: { $what }。
cloud-error-throttled = サービスが混み合っており、待機を求めています。数分後にもう一度読み取ってください。
cloud-error-refused = サービスが応答を拒否しました ({ $status } { $code }): { $what }。
cloud-error-unexpected = 応答を理解できませんでした: { $what }。もう一度読み取り、解決しない場合はサービスが Latchkey より新しいものです。
cloud-error-unreachable = { $host } から応答がありません。接続を確認してから、もう一度読み取ってください。
cloud-error-too-large = 応答が Latchkey で受け入れられる大きさを超えています。
cloud-error-not-sent = Latchkey にはそこへの送信が許可されていないため、要求は送信されませんでした。
graph-what-me = サインインしているユーザー
graph-what-groups = グループ
graph-what-members = グループのメンバー
graph-what-organization = テナント
graph-what-roles = ディレクトリ ロール
graph-what-application = アプリの登録
graph-what-applications = アプリの登録の一覧
graph-what-service-principal = サービス プリンシパル
graph-what-permission-grants = 付与されたアクセス許可
graph-what-user = ユーザー
graph-what-users = ユーザーの一覧
graph-what-licences = ライセンス
graph-what-app-management-policy = アプリ シークレットに関するテナントの規則
power-platform-what-environments = 環境の一覧
power-platform-what-environment = 環境
power-platform-what-policies = データ ポリシーの一覧
power-platform-what-policy = データ ポリシー
power-platform-what-connector-policies = 高度なコネクタ ポリシー
teams-what-meeting-policy = Teams の会議ポリシー
teams-what-setup-policies = Teams のセットアップ ポリシー

# Sign-in: the notice, and the section in Settings
sign-in-title = クラウド サービスへのサインイン
sign-in-lead = 一部のレシピは Microsoft Graph または Power Platform に問い合わせます。あなた自身のクライアント アプリを使い、あなたとして行われます。トークンはメモリにのみ保持され、ブラウザーを閉じると消えます。
sign-in-asking = サインインの状態を確認しています
sign-in-busy = サインイン ウィンドウを待っています
sign-in-as = { $account } としてクラウド サービスにサインインしています
sign-in-needed = サインインが必要です
sign-in-asks = { $count ->
   *[other] { $count } 個のアクセス許可を求めます
  }
sign-in = サインイン
sign-in-again = もう一度試す
sign-in-other = 別のアカウントでサインイン
sign-in-allow = { $host } を許可
sign-in-tab = タブで開いてサインイン
sign-in-open-settings = 設定を開く
sign-in-account = アカウント
sign-in-tenant = テナント ID
sign-in-until = サインインの有効期限
sign-in-tokens = メモリ内のトークン
sign-in-service = サービス
sign-in-allows = 許可
sign-in-ends = 有効期限
sign-in-forget = サインインを消去
client-id = アプリケーション (クライアント) ID
client-id-note = 下で説明するアプリの登録の ID です。秘密ではありません。
client-id-wrong = アプリケーション ID ではありません。形式は 00000000-0000-0000-0000-000000000000 です。
client-id-saved = 保存しました。以前のサインインは消去されました。
client-id-refused = ブラウザーに保存できませんでした。もう一度試してください。
client-id-save = 保存
copy = コピー
copy-named = { $text } をコピー
copied = コピーしました
registration-title = クライアント アプリの登録方法
registration-lead = テナントごとに 1 回、Microsoft Entra 管理センターで行います。シークレットは不要です。
registration-new = [アプリの登録] > [新規登録]。Latchkey などの名前を付けます。
registration-accounts = サポートされているアカウントの種類: この組織ディレクトリのみに含まれるアカウント。
registration-platform = リダイレクト URI: プラットフォームは [シングルページ アプリケーション (SPA)]。使用する各ブラウザーのアドレスを追加します:
registration-graph = [API のアクセス許可] > Microsoft Graph > [委任されたアクセス許可]。使用するレシピのものだけ:
registration-power-platform = [API のアクセス許可] > [所属する組織で使用している API] > PowerApps Service > [委任されたアクセス許可]:
registration-consent = 管理者の同意を与えるか、テナントで許可されている場合はサインイン時にアクセス許可を承諾します。
registration-copy = 概要ページのアプリケーション (クライアント) ID を上のフィールドにコピーします。
graph-role-global-administrator = グローバル管理者
graph-role-global-reader = グローバル閲覧者
graph-role-application-administrator = アプリケーション管理者
graph-role-cloud-application-administrator = クラウド アプリケーション管理者
graph-role-user-administrator = ユーザー管理者
graph-role-license-administrator = ライセンス管理者
graph-role-power-platform-administrator = Power Platform 管理者
graph-role-teams-administrator = Teams 管理者
graph-role-dynamics-administrator = Dynamics 365 管理者

## Interface: the frame
product = Latchkey
skip = 本文へ移動
language = 言語
language-unreadable = { $language }のテキストを読み込めませんでした。もう一度お試しください。解決しない場合は、拡張機能をインストールし直してください。
panel-close = パネルを閉じる
signed-in-as = { $name } としてサインイン中
list-separator = 、
change-to = から
at-least = ≥ { $count }
nav-overview = 概要
nav-disconnect-rights = 切断
nav-history = 履歴
nav-settings = 設定
target-label = 作業中の環境
target-environment = 環境
target-organization = 組織
target-tenant = テナント
target-service = サービス
target-page = ページ
target-host = サイト
target-user = ユーザー
kind-production = 運用
kind-sandbox = サンドボックス
kind-trial = 試用
kind-developer = 開発者
kind-unknown = 種類不明
value-on = オン
value-off = オフ
value-yes = はい
value-no = いいえ
value-none = なし
value-gone = なくなりました
value-unknown = 不明
value-show-all = すべて表示

## Interface: reading
refresh = もう一度読み取る
try-again = 再試行
read-at = { $requests ->
   *[other] { $time } に要求 { $requests } 件で読み取り
  }
reading-first = レコードの種類と特権を読み取っています
reading-more = ロールとユーザーを読み取っています
signed-out-title = サインアウトしています
no-permission-title = この環境を読み取れません
other-user = ポータルに別のユーザーが表示されています
other-user-why = ページのヘッダーには { $shown } と表示されていますが、サービスには { $user } としてサインインしています。変更は { $user } として行われ、両者が異なる間、プランは最初の書き込みの前に停止します。
offline-title = 接続がありません
error-title = 読み取れませんでした
offline-kept = 前に読み取った内容は、時刻とともにここに残ります。
offline-kept-changes = 前に読み取った内容は、時刻とともにここに残ります。変更も保持されます。
unreadable-not-none = これは「なし」ではなく、不明です。
partial-title = この一覧は完全ではありません
partial-lower-bound = 件数は下限 (「少なくとも」) です。
interrupted-title = 計画が中断されました
interrupted-why = { $steps ->
   *[other] { $time } に開始。{ $steps } 手順のうち { $done } 手順を確認済みです。ほかの処理の前に、何が起きたかを読み取りで確定します。
  }
interrupted-resume = 読み取って続行
interrupted-undo = 読み取って元に戻す計画を表示
interrupted-settle = 何が起きたかだけを読み取る

## Interface: overview
overview-title = 概要
overview-ready-of = { $all } 件中 { $ready } 件が準備完了
overview-unread = ここでは読み取りません。別のポータルのページにあります。
overview-open-named = { $recipe } を開く
overview-ready = { $count } 件が準備完了
overview-in-plan = 計画済み
overview-remove = 削除
overview-fix-named = { $fix }: { $line }
readiness-ready = 準備完了
readiness-attention = 要確認
readiness-blocked = ブロック
readiness-unknown = 不明
unproven = { $count ->
   *[other] 未確認の点 { $count } 件
  }
overview-legend = 記号の意味
named = { $name }: { $what }

## Interface: record types
types-title = レコードの種類別
types-caption = 接続されたチャットを切断できるユーザー (レコードの種類別)
types-record-type = レコードの種類
types-owner = レコードの所有者
types-owner-means = レコードを所有
types-connector = チャットの接続者
types-connector-means = 最後にチャットを接続
types-all = すべての種類
types-all-owner-on = すべての種類: レコードの所有者が切断できる、オン
types-all-owner-off = すべての種類: レコードの所有者が切断できる、オフ
types-all-connector-on = すべての種類: チャットの接続者が切断できる、オン
types-all-connector-off = すべての種類: チャットの接続者が切断できる、オフ
types-empty = チャットを接続できるレコードの種類がありません
types-empty-hint = ポータルの Teams チャットのページでレコードの種類を追加してから、もう一度読み取ってください。
switch-owner = { $type }: レコードの所有者が切断できる
switch-connector = { $type }: チャットの接続者が切断できる
ordinary-title = 特権のあるロールを持たないユーザーの場合
ordinary-means = レコードの種類別に、4 つの状況で示します。
ordinary-caption = 特権のないユーザーがチャットを切断できるか (レコードの種類別、4 つの状況)
chats-for-all = すべてのテーブルにチャットを接続できます
chats-for-all-why = この環境の設定により、ここにないテーブルでもチャットが許可されています。それらを切断できるユーザーは不明です。
preset-new-organization = 新しい組織と同じ設定にする
situation-both = 両方
situation-owner = 所有者
situation-connector = 接続者
situation-neither = なし
situation-both-means = 両方: レコードを所有し、最後にチャットを接続
answer-by-switch = はい (スイッチ)
answer-by-role = はい (ロール)
answer-no = いいえ

## Interface: who is affected
affected-title = 影響を受けるユーザー
affected-if = { $changes ->
   *[other] この { $changes } 件の変更を適用した場合。まだ何も書き込まれていません
  }
affected-gain = { $count ->
   *[other] 人がロールで取得
  }
affected-lose = { $count ->
   *[other] 人がロールで喪失
  }
affected-hold = { $count ->
   *[other] 人はロールで保持
  }
affected-owner = { $type }、所有者
affected-connector = { $type }、接続者
affected-at-most = { $count ->
   *[other] 最大 { $count } 人
  }
affected-role = { $role }、特権
affected-role-users = { $count ->
   *[other] { $count } 人
  }
affected-role-users-unknown = 人数は不明
affected-losing = 権限を失うユーザー:
affected-losing-more = { $count ->
   *[other] {" "}ほか { $count } 人
  }
affected-gaining = 権限を得るユーザー:
affected-gaining-more = { $count ->
   *[other] {" "}ほか { $count } 人
  }

## Interface: ask about a person
ask-title = このユーザーは切断できますか?
ask-user = ユーザー
ask-ordinary = 一般ユーザー
ask-unknown-user = { $name } という有効なユーザーはいません。一覧から選択してください。
ask-owner = レコードの所有者
ask-owner-not = 別のユーザー
ask-owner-owner = このユーザー
ask-owner-team = このユーザーが属するチーム
ask-connector = 最後にチャットを接続
ask-yes-today = 現在: できる
ask-no-today = 現在: できない
ask-perhaps-today = 現在: 不明
ask-yes-after = 変更後: できる
ask-no-after = 変更後: できない
ask-perhaps-after = 変更後: 不明
ask-today = 現在:
ask-after = 変更後:
ask-how = 判定の根拠
ask-all-rows = 公開表の 8 行をすべて表示
fact = 条件
fact-today = 現在
fact-after = 変更後
fact-row = 公開表の行 { $row }
fact-derived = 導出
fact-any = 不問
fact-owner = レコードの所有者
fact-connector = 最後にチャットを接続
fact-owner-switch = 所有者スイッチ ({ $type })
fact-connector-switch = 接続者スイッチ ({ $type })
fact-role = ロールによる特権
fact-result = 切断できる
published-caption = Microsoft が公開している表です。見出しの「最後に切断」は「最後に接続」を意味します。
published-row = 行
published-owner = 所有者
published-connector = 最後に接続
published-owner-switch = 所有者スイッチ
published-connector-switch = 接続者スイッチ
published-role = ロール
published-result = 可否

## Interface: users and roles
users-title = ユーザー
users-complete = { $count ->
   *[other] { $count } 人、完全な一覧
  }
users-at-least = { $count ->
   *[other] 少なくとも { $count } 人
  }
users-search = ユーザーを検索
users-only-changed = 変更がある人のみ
users-caption = 各ユーザーが { $type } からチャットを切断できるか (4 つの状況)
users-shown = { $count ->
    [0] 該当するユーザーはいません
   *[other] { $count } 人中 { $from } から { $to } を表示
  }
users-all = すべて表示
users-previous = 前へ
users-next = 次へ
users-grant-through-team = { $role } (チーム { $team })
users-left-out = { $count ->
   *[other] 無効なユーザーとアプリケーション ユーザー { $count } 人は除いています。
  }
roles-title = 特権を持つロール
roles-held = { $count ->
   *[other] { $count } 人が保持
  }
roles-privilege = Dynamics 365 レコードから Teams チャットを切断する
roles-no-privilege = この環境にはこの特権がないため、スイッチだけで決まります。
roles-others = { $count ->
   *[other] 特権のないロール { $count } 件
  }
roles-others-caption = 特権のないロール
roles-search = ロールを検索
roles-shown = { $count ->
    [0] 該当するロールはありません
   *[other] { $count } 件中 { $from } から { $to } を表示
  }
roles-role = ロール
roles-granted = 付与
roles-users = ユーザー
role-default = 既定
role-default-removed = 既定 (削除済み)
role-added = ここで追加
role-fixed = 変更不可
switch-role = { $role } に特権がある
export-title = 読み取った内容を保存
export-view = CSV に保存する内容
export-csv = CSV で保存
export-json = すべてを JSON で保存

## Interface: the bar and the plan
bar-summary = { $changes ->
   *[other] 変更 { $changes } 件
  } · { $requests ->
   *[other] 要求 { $requests } 件
  }
bar-people = { $gain ->
   *[other] ロールで { $gain } 人が取得
  }、{ $lose ->
   *[other] ロールで { $lose } 人が喪失
  }
bar-nothing-written = まだ何も書き込まれていません
bar-incomplete = 計画の基になる一覧が不完全な間は確認できません
bar-still-reading = ロールとユーザーを読み取るまで確認できません
bar-discard = 破棄
bar-review = 確認
plan-summary = { $changes ->
   *[other] 手順 { $changes } 件
  } · { $requests ->
   *[other] 要求 { $requests } 件
  }
plan-save = ファイルに保存
plan-target-at = この計画の対象: { $host }
plan-sealed = { $time } に、この対象だけのために作成。要求のうち { $reads } 件は、書き込みの前に対象とユーザーが同じままであることを確かめます。違いがあれば計画を停止します。
plan-notes = この計画の意味
plan-steps = 手順
plan-refused = 計画は開始されませんでした
plan-gate-production = 運用環境に書き込みます。適用するには { $name } と入力してください。
plan-gate-unknown = この環境の種類は不明なため、運用環境として扱います。適用するには { $name } と入力してください。
plan-gate-tenant = テナント全体に書き込みます。適用するには { $name } と入力してください。
plan-name-matches = 一致
plan-name-differs = まだ一致していません
plan-outside = この計画は Latchkey 内からではなく、このタブのアドレスから開かれました。ここでは表示のみです。
plan-remake = この計画を開いて適用する
plan-apply = { $changes ->
   *[other] 手順 { $changes } 件を適用
  }
plan-cancel = キャンセル
risk-reversible = 元に戻せる
risk-disruptive = 利用者に影響
risk-irreversible = 完全には戻せない
kind-api = { $requests ->
   *[other] API、要求 { $requests } 件
  }
kind-page = { $requests ->
   *[other] ページ上、要求 { $requests } 件
  }
kind-guide = { $requests ->
   *[other] あなたの操作 (案内付き)、要求 { $requests } 件
  }
step-request = 要求
step-control = クリックする要素
step-no-conditional-write = このサービスでは変更中にロックできないため、直前と直後に読み取ります。
step-not-repeatable = 再実行不可: 応答が失われた場合は読み取りで確定し、二度は送信しません。
start-newer-version = この計画は新しい Latchkey で作成されました。更新してから、もう一度確認してください。
start-not-approved = 計画は表示されたものと異なります。もう一度確認してください。
start-name-not-typed = 書き込みの前に { $name } を入力する必要があります。
start-empty = 計画に手順がありません。
start-malformed = 計画に矛盾があるため、開始されませんでした: { $detail }

## Interface: a run
run-title = 適用中
run-title-paused = 一時停止中
run-title-asking = あなたの判断待ち
run-title-stopped = 停止
run-title-ended = 終了
run-title-done = 完了、確認済み
run-summary = { $steps } 手順中 { $done } 手順が完了 · { $requests ->
   *[other] 要求 { $requests } 件
  }
run-progress = 計画の進行
run-locking = 書き込みの前に対象をもう一度確認しています。
run-running = 書き込みは 1 件ずつです。この画面を離れてもかまいません。異常終了後はジャーナルから再開します。
run-paused = 再開するまで何も送信しません。
run-throttled = サービスが一時停止を求めました
run-throttled-why = 短時間に要求が多すぎます。この間、何も書き込まれていません。
run-next-try = 次の試行まで
run-waiting = この手順はあなたが行います
run-admin-done = 完了しました
run-held = 続行するまで何も送信しません。続行時はまず対象をもう一度確認します。
run-go-on = 続行
run-stopped = 次の書き込みの前に停止しました
acting-covered = ページ上の何かが Latchkey を覆っているため、何も行われませんでした。覆いを取り除いてから、もう一度押してください。
run-done = すべて計画どおりに読み取れました
run-done-why = 各手順をサービスから読み取って確認しました。ここで、または後で履歴から元に戻せます。
run-page-stale = 既に開いていたポータルのページには、以前に読み込んだ内容が表示されたままです。そこで何かを保存する前に、ページを最新の情報に更新してください。古いページを保存すると、適用した内容が上書きされることがあります。
run-show-refresh = 更新する場所を表示
run-ended = すべては完了していません
run-ended-why = 完了した手順はそのまま残り、元に戻せます。残りは開始していません。
run-watching = 別のパネルがこの計画を実行中です
run-watching-why = このパネルは進行だけを表示します。一時停止、停止、元に戻す操作は開始したパネルで行います。
run-journalled = 各手順は送信前にジャーナルに記録されます。
run-pause = 一時停止
run-resume = 再開
run-cancel = 停止
run-undo = 元に戻す
run-undo-hint = その後だれも変更していないものだけを元に戻します。
run-evidence = 証跡を保存
run-close = 閉じる
asking-title = 未完了: { $step }
asking-why = この手順を必要とする手順は除かれます。どのように続けますか?
asking-open = 決定する
asking-go-on = これを除いて続行
asking-retry = 再試行
asking-undo = 停止して元に戻す計画を表示
asking-leave = ここで停止
state-waiting = 待機中
state-checking = 確認中
state-writing = 書き込み中
state-proving = 読み取りでの確認待ち
state-done = 完了
state-not-yet-shown = まだ反映されていません
state-conflict = 別の人が変更しました
state-failed = 失敗
state-skipped = 未実行
step-proving = { $tries ->
    [0] 書き込みました。読み取って確認しています。
   *[other] 書き込みました。{ $tries } 回の読み取りではまだ反映されていません。
  }
step-proved = { $time } に確認済み。
step-already = { $time } の時点ですでにそのとおりでした。書き込みはしていません。
step-read-back = { $label }: { $value }。
step-not-yet-shown = 書き込みは受け付けられましたが、{ $time } の読み取りではまだ反映されていません。
step-conflict = この計画の作成後に別の人が変更しました。上書きはしていません。
step-skipped = 実行されませんでした。
step-taken-back = その後、元に戻しました。
conflict-caption = 計画の前提、現在の値、計画の目標
conflict-what = 項目
conflict-planned-from = 計画の前提
conflict-now = 現在
conflict-wanted = 目標

## Interface: history
history-title = 履歴
history-lead = このブラウザーから適用した計画 (最新の 50 件または 5 MB)。
history-runs = 実行
history-refused = 元に戻せませんでした
history-unreadable = 履歴を読み取れませんでした
history-empty = まだ何も適用していません
history-empty-hint = 適用した計画は、証跡と元に戻す方法とともにここに保存されます。
history-unreadable-runs = { $count ->
   *[other] { $count } 件の実行はこのバージョンでは読み取れません。保持されます。
  }
history-keep = 保存または消去
history-export = 履歴を保存
history-clear = 消去
history-clear-title = 履歴を消去しますか?
history-clear-why = 終了した実行が消去され、元に戻すこともできなくなります。終了していないものは残ります。
history-clear-keep = 残す
history-clear-confirm = 消去
history-undo = 元に戻す計画を表示
history-requests = 要求
history-digest = 計画のダイジェスト
standing-interrupted = 中断
standing-unsettled = 未確定
standing-undo = 元に戻せます
standing-undo-part = { $of } 件中 { $steps } 件を元に戻せます
standing-undone = 元に戻しました
standing-no-way-back = 戻せません
standing-nothing-changed = 変更なし
undo-not-over = 実行が終わっていません。先に何が起きたかを読み取ってください。
undo-unsettled = 結果が不明な手順があります。先に何が起きたかを読み取ってください。
undo-nothing-changed = この実行は何も変更していません。
undo-already-undone = この実行はすでに元に戻されています。
undo-no-way-back = 変更した内容に元に戻せるものはありません。
undo-run-gone = この実行はもう履歴にありません。

## Interface: what only the admin has, and secrets shown once
slots-title = あなただけが持っているもの
slots-why = 実行が終わるまでこのパネルのメモリにのみ保持され、どこにも書き込まれません。
slots-given = この実行用に保持しています
slots-file = { $what }: { $name }
slots-file-reading = ファイルを読み込んでいます
slots-file-unreadable = ファイルを読み込めませんでした。もう一度選択してください。
slots-give = 渡す
run-lacking = あなただけが持っているものが必要です
run-lacking-why = それがそろうまで、次のステップは開始されません。
secret-ready = { $what }: ここにのみ表示されます
secret-hand-over = { $what }: 今すぐ保管してください
secret-why = 再表示されることはありません。保管する前に実行が中断された場合は、削除されて新しいものが作成されます。
secret-show = 表示
secret-copy = コピー
secret-copied = コピーしました
secret-not-copied = コピーできませんでした。選択してご自身でコピーしてください。
secret-stored = 保管しました
secret-gone = メモリには残っていません。
secret-renewed = シークレットが引き渡される前に実行が中断された場合は、削除されて新しいものが作成されます:
found-title = この実行で確認された値
found-copy = { $what } をコピー
step-percent = { $percent } % 完了

## Interface: settings
settings-title = 設定
permissions-title = ブラウザーが Latchkey に許可していること
permissions-lead = 現在のすべてのホストとアクセス許可です。削除したものは、必要になったときに再び求められます。
permissions-reading = アクセス許可を読み取っています
permission = ホストまたはアクセス許可
permission-standing = 状態
permission-required = 動作に必要
permission-hosts = { $count ->
   *[other] Dynamics 365 組織のアドレス { $count } 件
  }
permission-remove = 削除
permission-remove-named = { $permission } を削除
permission-kept = { $permission } を削除できませんでした
privacy-title = 保存される内容
privacy-text = 計画とその証跡はこのブラウザーにのみ保存されます。パスワード、トークン、シークレットは保存されず、あなた自身のサービス以外には何も送信されません。

## Blueprint: a file that is opened
blueprint-too-large = このファイルはブループリントとして大きすぎるため、開きませんでした。
blueprint-another-file = このファイルは Teams チャットのブループリントではありません。Latchkey がブループリントとして保存したファイルを選択してください。
blueprint-newer = このブループリントは、より新しい Latchkey で作成されています。更新してから、もう一度開いてください。
blueprint-twice = このブループリントには { $place } が 2 回書かれており、どちらが有効か分からないため、何も取り込みませんでした。片方だけを残して、もう一度開いてください。
blueprint-no-apps = このブループリントの "apps" は空のリストです。どのアプリでも使わない場合は "off" と書き、変更しない場合は "apps" を削除して、もう一度開いてください。
blueprint-not-understood = ブループリントの { $place } を解釈できないため、何も取り込みませんでした。ファイルのその箇所を修正するか、ブループリントを保存し直してください。

## Plan engine
run-answer-absent = この行は存在しないとサービスが返しました
run-answer-malformed = 応答を理解できませんでした
run-answer-too-large = 応答が { $limit } バイトを超えています
run-guard-unreadable = 書き込み前の読み取りができなかったため、何も書き込みませんでした: { $why }。
run-proof-unreadable = 書き込みましたが、読み取って確認できませんでした: { $why }。
run-journal-full = この計画のジャーナルを保存する空き容量がブラウザーにありません。履歴を消去してから再試行してください。
run-journal-unreachable = ジャーナルに接続できないため、何も書き込みません。拡張機能を再読み込みしてから再試行してください。
run-keeps-changing = 別の人が変更を続けています。後で再試行してください。
run-lease-held = 別のパネルがこの環境で計画を実行中です。
run-lock-mismatch = { $target } はこの計画の対象ではありません。異なる点: { $what }。
run-lock-unreadable = { $target } を確認できませんでした ({ $what }): { $why }。
run-no-etag = サービスがこの行のバージョンを返さなかったため、安全に書き込めません。
run-not-carried-out = 反映されたものはありません。以前と同じ値が読み取れます。
run-not-sent = 送信していません: { $reason }
run-outcome-unknown = 実行されたかどうかを確定できませんでした。判断の前にもう一度読み取ってください。
run-page-gone = ポータルのページが閉じられたか再読み込みされました
run-no-page = { $host } を表示しているタブがありません。開いてサインインしてください
run-refused = サービスが拒否しました ({ $status } { $code }): { $message }
run-refused-business-unit = サービスが拒否しました: これは部署にあるロールのコピーです。変更できるのは元のロールだけです。
run-refused-directory = ディレクトリに拒否されました。必要なロール（アプリの場合はアプリケーション管理者、ユーザーとライセンスの場合はユーザー管理者など）がないか、Latchkey にアクセス許可がありません。ロールを依頼するか、もう一度サインインして同意してください。応答: { $message }
run-refused-forbidden = サービスが拒否しました: { $message }
run-refused-grant = サービスが拒否しました: 自分が持たない特権は付与できません。不足: { $privileges }
run-refused-privilege = サービスが拒否しました: { $privileges } がありません。管理者に依頼してください。
run-service-error = サービスでエラーが発生しました ({ $status })
run-signed-out = サインアウトしています。ポータルのページでサインインしてから続行してください。
run-unreachable = { $host } から応答がありません
undo-plan = 「{ $plan }」を元に戻す
undo-step = 「{ $step }」を元に戻す
undo-reason = { $count ->
    [0] 変更前の状態に戻します。
    [1] 実行前の { $what } は「{ $was }」でした。
   *[other] これらの { $count } 件の設定を実行前の状態に戻します。
  }
undo-left-changed-since = その後変更されたため、そのままにします: { $step }
undo-left-no-way-back = そのままにします: { $step }。{ $why }
undo-left-not-shown = 反映が確認されていないため、そのままにします: { $step }
undo-left-row-unknown = サービスが作成した行を確認できなかったため、そのままにします: { $step }
run-slot-unknown = このステップに必要な { $slot } を確認できませんでした。ポータルで確認してから、もう一度お試しください。
run-slot-odd = { $slot } としてサービスが返した値は、この種類の ID の形式ではないため使用しません。ポータルで確認してから、もう一度お試しください。
run-secret-lost = シークレットは引き渡される前に失われました。作成されたものは残っています。元に戻すと削除されます。
run-secret-not-told = サービスはシークレットを作成しましたが、2 回とも値を返しませんでした。元に戻すと、作成されたものは削除されます。
run-service-gave-up = サービスが処理を中止しました: { $message }
slot-refused-not-asked = { $slot } の入力は求められていません。
slot-refused-empty = 空です。
slot-refused-plus = 「+」が含まれており、Bright Pattern では使用できません。「+」を含まないものになるまで、クライアント シークレットを作り直してください。
slot-refused-id = これは ID です (ポータルでシークレットの横に表示される ID など)。クライアント シークレットの値を入力してください。
slot-refused-space = 空白が含まれています。クライアント シークレットのみを入力してください。
slot-refused-other-file = プランの作成に使ったファイル { $name } ではありません。内容が異なります。

## The Teams chat view
nav-teams-chat = チャット
nav-bright-pattern = Bright Pattern
chat-subtitle = エージェントが Dynamics 365 のどこで、どのレコードについて Teams でチャットし、何を共有するか
chat-sections = このビューのセクション
chat-reading = アプリ、設定、レコードの種類を読み取り中
chat-reading-part = 読み取り中
chat-show-me = ページ上で表示
chat-show-scope = アプリの選択をページ上で表示
chat-show-profiles = プロファイルへの入り口をページ上で表示
chat-shown = ページ上で枠で示しています。
chat-not-shown = このパネルの隣のページに見つかりません。[コラボレーション]、[Teams を使用した埋め込みチャット]、[管理] を開いてから、もう一度お試しください。
chat-not-here = この世代にはありません
chat-on-title = オンにする範囲
chat-scope-all = すべての Dynamics 365 アプリでオンにする
chat-scope-selected = 選択した Dynamics 365 アプリでオンにする
chat-scope-off = オフ
chat-scope-all-means = 後から追加されるアプリでも Teams チャットがオンになります。選択したアプリは保持され、後で戻せます。
chat-layer-on = 環境自体の値: オン
chat-layer-off = 環境自体の値: オフ
chat-layer-unset-on = 環境自体の値はありません: 製品の既定はオンです
chat-layer-unset-off = 環境自体の値はありません: 製品の既定はオフです
chat-apps-caption = アプリ、アプリ自体の値、有効な値
chat-app = アプリ
chat-app-own = アプリ自体の値
chat-app-effective = 有効な値
chat-app-default = 既定でオン
chat-from-app = アプリの値
chat-from-environment = 環境の値
chat-from-default = 製品の既定値
chat-publish = この計画でアプリを公開する
chat-page-leave = ページのスイッチをそのままにする
chat-page-on = ページのスイッチをオンにする
chat-page-off = ページのスイッチをオフにする
chat-consent-title = アプリが Teams データに対してできること
chat-consent-means = Teams チャットを初めてオンにするとき、グローバル管理者がこの 5 つの Microsoft Graph のアクセス許可に同意します。どのアプリが保持するかは公表されていません。
chat-consent-chats = チャット一覧のために、ユーザーのチャットと最近のメッセージを読み取ります
chat-consent-directory = ユーザーのチームとチャネルの名前を読み取ります
chat-consent-presence = チャット一覧のアバターのために、全員のプレゼンスを読み取ります
chat-consent-users = Teams ライセンスを持つ人だけを候補にするために、氏名とライセンスを読み取ります
chat-consent-photos = ユーザーの写真を読み取ります
chat-consent-unread = 保持しているアプリがあるかどうかを読み取れませんでした
chat-consent-held = 組織全体で同意済み。保持しているアプリ:
chat-consent-not-among = 読み取れたアプリの中に保持しているものはありませんが、すべては読み取れませんでした
chat-consent-none = 組織全体で保持しているアプリはありません
chat-available-title = Teams チャットを利用できる製品
chat-product = 製品
chat-product-embedded = Dynamics 365 Contact Center (埋め込み)
chat-product-standalone = Dynamics 365 Contact Center (スタンドアロン)
chat-product-service = Dynamics 365 Customer Service
chat-available-apps = エージェントは、カスタマー サービス ハブ、Customer Service workspace、Contact Center workspace、カスタム アプリのほか、Field Service や Sales などでもチャットできます。アプリを離れずに、新しいチャットの開始や既存のチャットの接続ができます。
chat-available-default = Teams チャットは、2 つのワークスペースとカスタマー サービス ハブでは既定でオンです。その他のアプリでは手動でオンにします。
chat-types-title = レコードの種類
chat-types-means = チャットはこれらの種類のレコードに接続できます。変更するには開いてください。
chat-types-legend = 列見出しの意味
chat-row-view = メモのビュー: { $view }
chat-types-inactive = ほかに非アクティブなものが { $count } 件あり、表示していません。
chat-head-note = メモ
chat-head-owner = 所有者
chat-head-connector = 接続者
chat-head-join = 参加
chat-head-updates = 更新
chat-type-new = 追加予定
chat-type-going = 削除予定
chat-type-forget = 追加しない
chat-type-forget-named = { $type } を追加しない
chat-type-keep = 残す
chat-type-keep-named = { $type } を残す
chat-type-remove = レコードの種類を削除
chat-type-remove-named = レコードの種類を削除: { $type }
chat-type-managed = このレコードの種類はソリューションでインストールされています。ここで削除すると、削除されずに非アクティブになります。
chat-switch-of = { $type }: { $switch }
chat-note-means = チャットの接続時に、レコードの内容を示すメモが投稿されます。オフの場合、新しいチャットはメモなしで始まります。
chat-view-of = { $type }: メモのビュー
chat-view-case = 既定: サポート案件の概要メッセージ
chat-view-quick-find = 既定: 簡易検索
chat-view-undocumented = 既定: このテーブルでメモが使うビューは文書化されていません
chat-view-unknown = 見つからないビュー
chat-card-title = コンテキスト カード: { $view }
chat-card-unknown = カードにどの列が表示されるかは判定できませんでした。
chat-card-beyond = カードには最初の { $most } 列が表示されます。残りの { $count } 列は表示されません。
chat-card-secured = チャットでは列のセキュリティが確認されません。参加者全員に表示される列:
chat-card-maybe-secured = 列のセキュリティで保護されているか不明です。保護されていても参加者全員に表示される列:
chat-card-static = 値は、チャットの接続時にエージェントが閲覧できる内容でコピーされ、レコードへのリンクが付きます。これはプレビューです。
chat-card-hidden = ビューの非表示の列が数えられないことは、実際のテナントではまだ確認されていません。
chat-card-left-out = サポートされない列は省略され、次の列が繰り上がることはありません。
chat-card-not-supported = サポートされていません
chat-card-doubt-type = 省略される場合があります: テキストで表せない型です
chat-card-doubt-table = 省略される場合があります: 別のテーブルの列です
chat-card-doubt-unknown = 省略される場合があります: 情報を読み取れませんでした
chat-join-means = レコードへの書き込みアクセス権を持つユーザーは、参加していなかった場合でも、接続されたチャットを表示して参加できます。接続されていないチャットには、この方法では参加できません。既定ではサポート案件だけでオンです。
chat-join-use = サポート案件の引き継ぎや、専門家の参加に役立ちます。
chat-owner-means = レコードの所有者は、接続されたすべてのチャットを切断できます。
chat-connector-means = レコードにチャットを接続した人は、そのチャットを切断できます。
chat-to-disconnect = 切断の権限: 対象者と、ロールによる追加の権限
chat-updates-means = 選択した列が変更されると、接続されたチャットの参加者全員に通知されます。
chat-updates-virtual = 仮想テーブルでは重要な更新を使用できません。
chat-updates-no-message = このテーブルには Update メッセージがないため、重要な更新を使用できません。
chat-updates-unread = このテーブルで重要な更新を使用できるかどうかを読み取れませんでした。
chat-followed-count = 最大 { $most } 列のうち { $count } 列を選択済み
chat-followed-unknown = このレコードの種類のリストを解釈できませんでした。列を選択すると置き換えられます。
chat-followed-both = この環境ではリストの書式が 2 通りあるため、ここでは複数の列を書き込みません。ポータルのページを使用してください。
chat-columns-search = 列を検索
chat-columns-more = ほかに { $count } 列あります。名前で検索してください。
chat-column-suggested = 推奨
chat-column-full = 5 列選択済みです。先に 1 列を外してください
chat-column-images = テキスト内の画像は完全には表示されません
chat-column-maybe = 大きな整数: 重要な更新で使えるかどうかは確認されていません
chat-column-party-list = サポートされません: 関係者リスト
chat-column-image = サポートされません: 画像
chat-column-integer = サポートされません: 整数
chat-column-file = サポートされません: ファイル
chat-column-unreadable = 読み取れないため、追跡できません
chat-column-mirror = 別の列を写しているだけです
chat-column-unknown = 型が不明なため、サポートされない可能性があります
chat-add = レコードの種類を追加
chat-add-close = テーブルの一覧を閉じる
chat-add-this = 追加
chat-add-named = { $table } を追加
chat-tables-search = テーブルを検索
chat-tables-more = ほかに { $count } 件のテーブルがあります。名前で検索してください。
chat-add-starts = 新しいレコードの種類では、切断の 2 つのスイッチがオンになります。メモ、チャットに参加、重要な更新は、サポート案件を除いてオフです。
chat-add-there = 既にレコードの種類です。
chat-add-links = 2 つのテーブルを関連付けるだけで、行を開くことはありません。
chat-add-private = プラットフォーム専用のテーブルです。
chat-add-no-id = テーブルの ID を読み取れなかったため、レコードの種類にできません。
chat-add-no-owner = レコードに所有者がないため、所有者のスイッチは誰にも効果がありません。
chat-timeline-title = タイムライン
chat-preview = プレビュー
chat-timeline-means = 接続されたチャットがレコードのタイムラインに表示されます (接続した人と日時、最後に送信した人と日時)。チャットの活動が Dataverse に保存されます。
chat-timeline-open = マルチセッション アプリで [チャットを開く] を使うには、ユーザーのプロファイルの生産性ペインに Microsoft Teams が必要です。「マルチセッション プロファイル」を参照してください。
chat-timeline-owner = レコードの新しい所有者にもチャットが表示されます。[チャットに参加] がオンなら、すぐに参加してチャット全体を読めます。
chat-profiles-title = マルチセッション プロファイル
chat-profiles-means = 既定のプロファイルでは全員が Teams チャットを使え、設定は不要です。特定のユーザーだけにする場合は、既定のプロファイルから新しいプロファイルを作成し、生産性ペインで Microsoft Teams をオンにして、ユーザーを追加します。
chat-profiles-none = プロファイルはありません。
chat-profile-name = プロファイル
chat-profile-reach = 対象
chat-profile-teams = ペインの Teams
chat-profile-default = 製品に付属し、変更できません
chat-profile-users = 直接 { $count } 人
chat-profile-roles = ロール { $count } 件
chat-profile-guided = 案内に沿って作成します
chat-profile-new = 新しいプロファイルの名前
chat-profile-add = 計画に追加
chat-profile-steps = プロファイルのページで、ユーザー、エンティティ セッション テンプレート、受信トレイ、生産性ペインの機能、チャネル プロバイダーを追加します。
chat-pane-none = ペインなし
chat-pane-not-recognised = 不明: Microsoft Teams と判別できるタブがありません
chat-pane-unclear = 不明: ペインの 2 つの関連付けが一致しません
chat-pages-title = カスタム アプリの設定ページ
chat-pages-means = カスタム アプリのサイト マップに [チャットとコラボレーション] ページを追加します。Customer Service workspace やカスタマー サービス ハブでは不要です。
chat-pages-none = カスタム アプリはありません。
chat-pages-app = カスタム アプリ
chat-pages-place = サイト マップ内の位置
chat-pages-nowhere = サイト マップに追加しない
chat-pages-there = ページは追加済みです: { $area }、{ $group }
chat-pages-waits = サイト マップに公開待ちの変更があります。
chat-pages-drafts = このサイト マップには他の人の未公開の変更があります。変更は保持され、公開すると一緒に公開されます。
chat-pages-managed = このサイト マップはソリューションに含まれているため、変更しません。
chat-pages-publish = この計画で { $app } を公開する
chat-access-title = 生産性ペインのアクセス許可
chat-access-means = カスタム ロールがマルチセッション アプリの生産性ペインを使うには、7 つのテーブルの読み取り権限が必要です。
chat-access-missing = 読み取り権限なし:
chat-access-none = 変更できるカスタム ロールはありません。
chat-access-whole = { $count } 件のロールに不足はありません
chat-access-add = { $count ->
    [7] 7 つのテーブルすべての読み取り権限を付与
   *[other] 7 つのテーブルのうち不足している { $count } 件の読み取り権限を付与
  }
chat-access-organization = 組織全体の読み取り権限
chat-access-narrow = 組織全体ではない読み取り権限:
chat-access-disconnect = ロールとユーザーの切断の権限
chat-productivity = { $count ->
   *[other] これらのカスタム ロールとは別に、マルチセッション アプリのユーザーには、{ $count } 件の特権を持つロール { $role } が必要です。このロールを割り当ててください。
  }
chat-productivity-none = マルチセッション アプリのユーザーには、ロール Productivity tools user の権限が必要ですが、ここでは見つかりませんでした。
chat-data-title = データの扱い
chat-data-mapping = Dynamics 365 が保持する Teams データは、どのチャットがどのレコードに属するかだけです。ユーザーがメモやタスクに追加するか、タイムラインを同期しない限り、何もコピーされません。
chat-data-tls = 2 つの製品間の通信は TLS で保護されます。
chat-data-policies = 両方の製品のポリシーが適用されます。チャット内の機密ファイルは許可されたユーザーだけが、レコードは閲覧権限のあるユーザーだけが開けます。
chat-data-retroactive = エージェントは Dynamics 365 でチャットを開始して接続するか、既存のチャットを接続します。後からの接続は Dynamics 365 アプリでのみ可能です。
chat-check-title = 動作の確認
chat-check-means = 変更を適用したら、このパネルの横のタブでこれらの種類のレコードを開くか、そのレコード上でブラウザーのツール バーから Latchkey を開いてください。レコードに接続されたチャットは端のペインに表示されます。
chat-check-look = このレコードを確認
chat-check-looking = ページを確認しています
chat-check-elsewhere = このパネルの横のページはレコードではありません。レコードを開いてもう一度確認するか、自分で確認して知らせてください。
chat-check-shown = このレコード ({ $type }) にチャットのペインがあります。確認: { $time }。
chat-check-not-shown = このレコード ({ $type }) にチャットのペインが見つかりませんでした。このアプリとレコードの種類で Teams チャットがオンか確認し、ページを再読み込みしてください。それでもチャットが見える場合は知らせてください。
chat-check-seen = チャットが見えます
chat-check-confirmed = あなた自身がチャットを確認しました: { $time }。
chat-check-unproven = 製品でのこのペインの名前は観察によるもので、実際のテナントではまだ確認されていません。
chat-files-title = 読み取った内容を保存
chat-files-means = 一覧は、数式として解釈されない CSV で、全体は JSON で保存できます。
chat-file-apps = アプリ
chat-file-types = レコードの種類
chat-file-access = ロール
chat-file-profiles = プロファイル
chat-blueprint-title = ブループリント
chat-blueprint-means = このビューのすべての設定を 1 つのファイルにします。別の環境で開くと現在の設定と並べて表示され、必要なものを変更として取り込めます。
chat-blueprint-save = ブループリントとして保存
chat-blueprint-open = ブループリントを開く
chat-blueprint-from = { $environment } から保存
chat-left = { $count ->
   *[other] ファイルに含まれないもの: { $count } 件
  }
chat-left-unread = 完全には読み取れていません: { $what }
chat-left-table = { $type }: 対応するテーブルを特定できませんでした
chat-left-view = { $type }: メモのビューが見つかりませんでした
chat-left-columns = { $type }: 列の一覧を解釈できませんでした
chat-left-site-map = { $app }: サイト マップを解釈できませんでした
chat-left-profile = { $profile }: ペインに Microsoft Teams があるか判定できませんでした
chat-blueprint-what = 設定
chat-blueprint-file = ブループリント
chat-blueprint-here = 現在の環境
chat-blueprint-article = 記事の初期値
chat-blueprint-same = { $count } 行は同じです。
chat-blueprint-all = 取り込める { $count } 件をすべて取り込む
chat-blueprint-close = ブループリントを閉じる
chat-blueprint-take = 取り込む
chat-blueprint-take-named = ブループリントから取り込む: { $what }
chat-blueprint-missing = この環境にないもの:
chat-blueprint-ambiguous = この環境に { $name } という名前のものが複数あります
chat-blueprint-by-hand = 製品のページで手動で設定します
chat-blueprint-role = { $role }: 生産性ペインに必要な読み取り権限
chat-blueprint-all-apps = すべてのアプリ

## Bright Pattern アカウント
bright-title = Bright Pattern アカウント
bright-reason-org = この環境がどのテナントにあるかを読み取り、アカウントのアドレスを導き出すため。
bright-reason-host = お使いの Bright Pattern の統合アカウントの一覧を読み取り、承認されたアカウントに入力するため。
bright-field-type = タイプ
bright-field-name = 名前
bright-field-default = 既定のアカウント
bright-field-authorization = 認証 URL
bright-field-token = トークン URL
bright-field-api = API URL
bright-field-client-id = Client ID
bright-field-client-secret = Client Secret
bright-field-refresh-token = Refresh token
bright-value = { $value }
bright-empty = 空
bright-there = { $what } がページにある
bright-form = 新しいアカウントのプロパティ
bright-form-open = 表示
bright-form-closed = 非表示
bright-add = アカウントを追加するボタン
bright-test = [Test connection] ボタン
bright-test-result = テストに対するページの表示
bright-test-not-run = 未テスト
bright-test-succeeded = 成功
bright-apply = [適用] ボタン
bright-account = アカウント { $name }
bright-account-absent = 一覧にない
bright-account-there = 一覧にある
bright-secret-there = 入力済み (表示されません)
bright-refresh-token-there = Bright Pattern が入力
bright-secret-none = 現状のまま
bright-secret-until = 1 件追加 ({ $end } まで)
bright-secret-key-id = クライアント シークレットのキー ID
bright-app = 登録済みアプリ
bright-app-secrets = アプリのクライアント シークレット
bright-app-reply = アプリのリダイレクト URI
bright-app-permission = アプリの API のアクセス許可
bright-app-grants = アプリに付与されたアクセス許可
bright-reply-without = Bright Pattern のアドレスなし
bright-permission-without = Dynamics CRM なし
bright-grant-none = 未付与
bright-grant-all = 組織全体に付与
bright-plan-title = Bright Pattern: アカウント { $name }
bright-step-open = 新しいアカウントのプロパティを開く
bright-step-field = { $field } を入力
bright-step-empty = { $field } を空にする
bright-step-refresh-token = 更新トークンを取得
bright-step-test = 接続をテスト
bright-step-apply = アカウントを保存
bright-step-reply = アプリのリダイレクト URI に Bright Pattern のアドレスを追加
bright-step-permission = Dynamics CRM の委任されたアクセス許可を追加
bright-step-grant = 組織全体にアクセス許可を付与
bright-step-secret = クライアント シークレットを作成
bright-reason-account = 入力されたアカウントの一部です。
bright-reason-consent = Bright Pattern があなたとしてサインインし、同意を求めます。同意できるのはあなただけです。
bright-reason-test = アカウントの保存前に Bright Pattern 自身が Microsoft に問い合わせます。
bright-reason-reply = アプリにこのアドレスが登録されている場合にのみ、Entra はサインインをこのアドレスに返します。
bright-reason-permission = Bright Pattern は、サインインしたユーザーとして Dynamics 365 で動作します。
bright-reason-grant = 付与しないと、Bright Pattern のサインインのたびに再度求められるか、拒否されます。
bright-reason-secret = ページのフィールドにのみ入力されます。Microsoft が表示するのはこの 1 回だけです。
bright-guide-open = コンタクトセンター管理者アプリケーションで [統合アカウント] を開き、[+] でアカウントを追加して、タイプ Microsoft Dynamics 365 を選択してください。
bright-guide-refresh-token = ページの [Refresh token] を押し、Bright Pattern が使用するアカウントでサインインして、同意してください。
bright-undo-account = アカウントの削除方法は公開されていません。Bright Pattern のページで削除できる場合は、そこで削除してください。
bright-step-add = 統合アカウントを追加
bright-step-pick = 新しいアカウントのタイプを選択
bright-picker = 新しいアカウントのタイプ
bright-picker-ok = [OK] ボタン
bright-undo-unsaved = [適用] を押すまで何も保存されません。入力内容はページを閉じると失われます。
bright-undo-consent = 同意は、Entra 管理センターの [エンタープライズ アプリケーション] > [アクセス許可] で取り消します。
bright-undo-test = テストは何も変更しません。
bright-unproven-page = Bright Pattern はこのページについて何も公開していません。コントロールの位置は実際のテナントではまだ確認されていません。
bright-plan-no-page = Bright Pattern を表示しているタブがありません。https://<テナント>.brightpattern.com/admin を開いてサインインし、[統合アカウント] を開いてください。
bright-plan-no-tenant = テナントがわからないため、アドレスを導き出せません。{ $why }
bright-plan-no-name = アカウントに名前を付けてください。
bright-plan-name-taken = この名前は別のアカウントが使用しています。別の名前を選んでください。
bright-plan-no-client-id = 登録済みアプリのアプリケーション (クライアント) ID (GUID) を入力してください。
bright-plan-no-app = このテナントには、このクライアント ID のアプリがありません。先に Entra 管理センターで登録するか、ID を確認してください。
bright-plan-no-principal = アプリにはこのテナントのサービス プリンシパルがないため、何も付与できません。[アプリの登録] > アプリ > [概要] を開き、[サービス プリンシパルの作成] を選択してください。
bright-plan-no-dynamics = このテナントには Dynamics CRM のサービス プリンシパルがないため、付与できる Dynamics 365 がありません。
bright-plan-other-grant = アプリには既に組織全体への別の付与があります。他の内容を確認できるよう、Entra 管理センターでご自身で拡張してください。
bright-tenant-unknown = この環境はテナントを示していません。
bright-tenants-disagree = 環境が示すテナントは { $told }、環境自身のサインイン要求が示すテナントは { $challenged } です。一致するまで何も入力しません。
bright-challenge-host = このホストは Microsoft のクラウドではないため、サインイン アドレスを導き出せません。
bright-challenge-unanswered = 環境は、サインインなしの要求に応答しませんでした。
bright-challenge-other = サインインなしの応答にテナントが示されていません。示されることは実際のテナントではまだ確認されていません。
bright-accounts-not-shown = Bright Pattern のページに統合アカウントの一覧が表示されていません
bright-lock-host = Bright Pattern のホスト
bright-lock-tenant = Entra テナント
bright-note-default = 現在の既定のアカウントは { $name } ですが、既定ではなくなります。
bright-note-unlisted = アカウントの一覧が表示されていないため、名前が一意かどうか、どのアカウントが既定でなくなるかがわかりません。
bright-note-reply = アプリに Bright Pattern のアドレスがまだ登録されていません。登録しないと、更新トークン用のサインインが失敗します。
bright-note-consent = 更新トークンはご自身で取得します。サインインと同意のために Bright Pattern のウィンドウが開きます。
bright-note-undo = この計画で Entra のアプリを準備した場合、元に戻すとその準備が取り消されます。アカウント自体と既定のアカウントとしての設定は残ります。
bright-subtitle = Bright Pattern がこの環境と連携できるようにします
bright-reading = 環境と Bright Pattern のページを読み取っています…
bright-page-title = Bright Pattern のページ
bright-page-shown = タブに { $host } が表示されています
bright-host = お使いの Bright Pattern
bright-host-open = 許可して開く
bright-host-wrong = お使いの Bright Pattern のホスト (例: contoso.brightpattern.com) を入力してください。
bright-host-opened = そこでサインインして [統合アカウント] を開き、ここで再度読み取ってください。
bright-host-refused = 許可されていません。許可しない場合は、下のアドレスを使ってご自身でページに入力してください。
bright-addresses-title = アドレス
bright-reply = アプリの応答アドレス (リダイレクト URI)
bright-account-title = 新しいアカウント
bright-name-note = 他のアカウントと重複しない名前。
bright-default = この種類の既定のアカウントにする
bright-client-id-note = 登録済みアプリのアプリケーション (クライアント) ID。
bright-secret-type-it = 既にあるものを計画に入力する
bright-secret-make-it = Graph で作成する (有効期間 12 か月)
bright-secret-note = + を含めることはできません。どこにも保存されず、メモリからページのフィールドに入力されるだけです。
bright-app-title = 登録済みアプリ
bright-app-first = 上にクライアント ID を入力すると、応答アドレス、アクセス許可、付与を確認できます。
bright-app-reading = 登録済みアプリを読み取っています…
bright-prepare = アプリに不足しているものを追加する
bright-ready-addresses = アカウントのアドレスを導き出せます
bright-ready-challenge = 環境自身のサインイン要求も同じテナントを示しています
bright-ready-no-tenant = アカウントのアドレスを導き出せません
bright-ready-no-page = Bright Pattern が開かれていません
bright-ready-app-unknown = 登録済みアプリはまだ確認されていません
bright-ready-app-how = サインインしてクライアント ID を入力すると、応答アドレス、アクセス許可、付与が確認されます
bright-ready-app-unread = 登録済みアプリを読み取れませんでした
bright-ready-reply = アプリに Bright Pattern の応答アドレスがあります
bright-ready-no-reply = アプリに Bright Pattern の応答アドレスがありません
bright-ready-reply-unknown = アプリに Bright Pattern の応答アドレスがあるかどうか不明です
bright-ready-permission = アプリに Dynamics CRM の委任されたアクセス許可があります
bright-ready-no-permission = アプリに Dynamics CRM の委任されたアクセス許可がありません
bright-ready-grant = アクセス許可は組織全体に付与されています
bright-ready-no-grant = アクセス許可は組織全体に付与されていません
bright-ready-grant-unknown = アクセス許可が付与されているかどうかを読み取れませんでした
bright-ready-accounts = 統合アカウント: { $count } 件

## Lead management
lead-title = 潜在顧客管理
lead-reason-host = この環境に潜在顧客を書き込むもの（ソリューション、サービス アカウント、そのロール）の読み取りと設定のため。
lead-reason-portal = パートナー センターでオファーの接続の詳細を入力し、その応答を読み取るため。
lead-verbatim = { $text }
lead-what-solutions = ソリューション
lead-what-import = ソリューションのインポート
lead-what-unit = ルート部署
lead-what-leads = 潜在顧客
lead-what-tenant = テナント
lead-what-principal = サービス プリンシパル
lead-what-user = その名前のユーザー
lead-what-user-roles = ユーザーのディレクトリ ロール
lead-tenant-unread = ディレクトリがどのテナントかを示しません。もう一度サインインしてください。
lead-group-solution = ソリューション
lead-group-credential = サービス アカウント
lead-group-environment = 環境とロール
lead-group-offer = オファー
lead-slot-file = ソリューションのファイル
lead-slot-upload = ステージングされたアップロード
lead-slot-import = インポートのシステム ジョブ
lead-slot-role = ロールの ID
lead-slot-app = アプリ登録のオブジェクト ID
lead-slot-client = アプリケーション (クライアント) ID
lead-slot-principal = サービス プリンシパルの ID
lead-slot-secret = クライアント シークレット
lead-slot-secret-key = クライアント シークレットのキー ID
lead-slot-account = ユーザーのオブジェクト ID
lead-slot-password = ユーザーのパスワード
lead-slot-user = 環境内のユーザー
lead-value-absent = なし
lead-value-page = 現在の値
lead-value-there = あり
lead-value-none = なし
lead-value-assigned = 割り当て済み
lead-value-user = ユーザー (管理者アクセスなし)
lead-value-multi-tenant = 任意の組織ディレクトリ内のアカウント
lead-value-until = { $day } まで
lead-solution-named = ソリューション { $name }
lead-app-named = アプリの登録 { $name }
lead-app-name = アプリの登録の名前
lead-app-unique-name = 一意の名前
lead-client-id = アプリケーション (クライアント) ID
lead-audience = サポートされているアカウントの種類
lead-redirect = リダイレクト URI (Web)
lead-permission = API のアクセス許可
lead-principal = サービス プリンシパル
lead-secrets = クライアント シークレット
lead-certificates = 証明書
lead-secret-name = クライアント シークレットの説明
lead-secret-named = クライアント シークレット { $name }
lead-upn = ユーザー名
lead-user-name = 表示名
lead-user-named = ユーザー { $upn }
lead-user-enabled = { $upn } のサインイン
lead-location = 利用場所
lead-licence-named = ライセンス { $part }
lead-account = 環境内のユーザー
lead-account-disabled = ユーザーの無効化
lead-role = セキュリティ ロール
lead-inheritance = メンバーの特権の継承
lead-inheritance-team = チーム特権のみ
lead-inheritance-direct = 直接ユーザー (基本) アクセス レベルおよびチーム特権
lead-import-state = インポートの状態
lead-import-result = インポートの結果
lead-stage-status = チェックの結果
lead-stage-needs = チェックでファイルが拒否されました。ここにインストールされていないソリューション { $message } が必要です。先にそれをインストールしてください。何も変更されていません。
lead-test-lead = テスト用の潜在顧客
lead-lock-tenant = あなたとテナント
lead-page-offer = [オファーのセットアップ] ページの [潜在顧客]
lead-page-details = 接続の詳細
lead-page-field = ページのフィールド
lead-page-open = 開いているもの
lead-page-filled = 入力済み
lead-page-validation = 検証の結果
lead-step-stage = { $file } をアップロードして確認する
lead-step-import = ソリューション { $name } をインポートする
lead-step-installed = インストールされたソリューションを読み直す
lead-step-role = ソリューションに含まれるロールを見つける
lead-step-app = アプリ { $name } を登録する
lead-step-adjust = { $name }: アプリの登録に不足しているものを追加する
lead-step-principal = このテナントにアプリのサービス プリンシパルを作成する
lead-step-secret = クライアント シークレット { $name } を作成する
lead-step-user = ユーザー { $upn } を追加する
lead-step-unblock = { $upn } のサインインを再び許可する
lead-step-location = { $upn }: 利用場所を設定する
lead-step-licence = { $upn }: ライセンス { $part } を割り当てる
lead-step-application-user = アプリを環境のアプリケーション ユーザーとして追加する
lead-step-person = { $upn } が環境に追加されるのを待つ
lead-step-enable = { $name } を有効にする
lead-step-assign = ユーザーに Microsoft Marketplace Lead Writer ロールを割り当てる
lead-step-inheritance = ロールの特権の継承を設定する
lead-step-privilege = ロールに { $privilege } を付与する
lead-step-connect = オファーの接続の詳細を開く
lead-step-destination = 潜在顧客の送信先: Dynamics 365 Customer Engagement
lead-step-url = この環境の URL を入力する
lead-step-authentication = 認証を選択する
lead-step-client = アプリケーション (クライアント) ID を入力する
lead-step-directory = ディレクトリ ID を入力する
lead-step-hand-secret = クライアント シークレットを入力する
lead-step-user-name = ユーザー名を入力する
lead-step-hand-password = パスワードを入力する
lead-step-emptied = 先にシークレットの欄を空にする
lead-step-emails = 連絡先のメール アドレスを入力する
lead-step-ok = OK を選択する
lead-step-validate = 検証を選択する
lead-step-lead = この環境でテスト用の潜在顧客を読み取る
lead-reason-stage = ステージングはファイルをアップロードして確認するだけで、何もインストールしません。
lead-reason-import = ソリューションには、潜在顧客を書き込むためのロールが含まれています。
lead-reason-check = 以降の手順の前提です。
lead-reason-app = 潜在顧客サービスはこのアプリでサインインします。
lead-reason-principal = これがないと、アプリをアプリケーション ユーザーにできません。
lead-reason-secret = パートナー センターで必要です。オファーにそのまま入力できるように最後に作成します。
lead-reason-user = 潜在顧客サービスはこのユーザーでサインインします。
lead-reason-location = これがないとライセンスを割り当てられません。
lead-reason-licence = ユーザーが潜在顧客を書き込むために必要です。料金が発生します。
lead-reason-account = サービス アカウントはこの環境のユーザーである必要があります。
lead-reason-assign = このロールにより、アカウントはほぼ潜在顧客の書き込みだけを行えます。
lead-reason-role = 記事で求められている設定です。不足しているものだけを追加します。
lead-reason-offer = オファーに潜在顧客の送り先を設定する必要があります。
lead-reason-lead = テスト用の潜在顧客が、それまでのすべてを証明します。
lead-undo-stage = ステージングでは何もインストールされないため、元に戻すものはありません。
lead-undo-solution = その後ほかの人がロールを利用している可能性があるため、ソリューションはここからは削除しません。Power Apps の [ソリューション] でご自身で削除できます。
lead-undo-check = 読み取るだけの手順です。
lead-undo-location = ほかのライセンスで必要になる可能性があるため、利用場所はそのまま残ります。
lead-undo-person = ユーザーがブロックされライセンスがなくなると、環境側で自動的に無効になります。
lead-undo-offer = オファーに入力した内容はここからは元に戻せません。ポータルはシークレットを再表示しないため、以前の値が分からないからです。ポータルで変更してください。
lead-undo-fill = [OK] を選択するまで何も保存されません。
lead-undo-lead = テスト用の潜在顧客は残ります。通常の潜在顧客と同じように削除してください。
lead-undo-app-used = アプリケーション ユーザーが潜在顧客を書き込んでおり使用中のため、アプリの登録は残ります。リダイレクト URI、アクセス許可、サービス プリンシパルも残り、シークレットは削除されます。
lead-undo-app-unknown = 一度でも使用されたかどうかを読み取れなかったため、アプリの登録は残ります。サインインして読み直してから、もう一度このプレビューを開いてください。
lead-guide-installed = Power Apps の [ソリューション] でインポートが終わったかを確認し、失敗していればもう一度インポートしてください。
lead-guide-role = ソリューションはありますが、ロール Microsoft Marketplace Lead Writer がありません。もう一度インポートしてください。
lead-guide-application-user = Power Platform 管理センターで、[環境] > この環境 > [設定] > [ユーザーとアクセス許可] > [アプリケーション ユーザー] > [新しいアプリ ユーザー] > [アプリの追加] の順に進み、アプリとルート部署を選択して [作成] を選択してください。
lead-guide-person = ユーザーはライセンスを受け取ってから数分後に環境に追加されます。追加されない場合は、Power Platform 管理センターで [環境] > この環境 > [設定] > [ユーザーとアクセス許可] > [ユーザー] > [ユーザーの追加] から { $upn } を選択してください。環境にセキュリティ グループがある場合は、そのグループに追加してください。
lead-guide-inheritance = Power Platform 管理センターで、[環境] > この環境 > [設定] > [ユーザーとアクセス許可] > [セキュリティ ロール] > Microsoft Marketplace Lead Writer を開き、[メンバーの特権の継承] を [直接ユーザー (基本) アクセス レベルおよびチーム特権] に設定して、[保存して閉じる] を選択してください。
lead-guide-lead = テスト用の潜在顧客が届くまでお待ちください。届かない場合は、パートナー センターで [検証] をもう一度選択し、表示内容を確認してください。
lead-guide-ok = パートナー センターの接続の詳細で [OK] を選択してください。
lead-guide-validate = パートナー センターの [潜在顧客] で [検証] を選択し、応答をお待ちください。
lead-guide-offer-entra = パートナー センターのオファーのセットアップ ページで、[潜在顧客] の [接続] を選択します。潜在顧客の送信先: Dynamics 365 Customer Engagement、URL: { $url }、認証: { $authentication }、ディレクトリ ID: { $directory }。アプリケーション (クライアント) ID とクライアント シークレットはここからコピーしてください。[OK]、[検証] の順に選択します。
lead-guide-offer-office = パートナー センターのオファーのセットアップ ページで、[潜在顧客] の [接続] を選択します。潜在顧客の送信先: Dynamics 365 Customer Engagement、URL: { $url }、認証: { $authentication }、ユーザー名: { $user } とそのパスワード。[OK]、[検証] の順に選択します。
lead-unproven-road = 環境への追加方法のうちどれが使えるかは、実際のテナントではまだ確認されていません。拒否された場合は、別の方法を選んで計画し直してください。
lead-unproven-inheritance = この列に書き込めることは、実際のテナントではまだ確認されていません。拒否された場合は、手動で行うことを選んで計画し直してください。
lead-unproven-privilege = 6 つの名前のうち 2 つは文書化されており、残りは命名規則に従い、ここでは名前で検索しています。
lead-unproven-page = ページの要素は公開されていないため、実際のテナントではまだ確認されていません。
lead-unproven-lead = テスト用の潜在顧客がサービス アカウントによって作成されることは、実際のテナントではまだ確認されていません。
lead-note-solution = インポートには数分かかります。手動で行ったロールの変更は保持されます（アンマネージドの変更は上書きしません）。
lead-note-secret = クライアント シークレットの有効期間は { $months } か月です。期限が切れると潜在顧客が届かなくなるため、リマインダーを保存してください。
lead-note-never = 記事では無期限のシークレットを求めていますが、Entra では提供されなくなりました。最長は 24 か月です。
lead-note-cost = ユーザーがライセンスを持っている間、テナントに料金が発生します。
lead-note-password = パスワードは { $days } 日ごとに、ここでもオファーでも変更する必要があります。元に戻す操作ではユーザーは削除されず、ブロックされてライセンスが外れるだけです。
lead-note-offer = パートナー センターのタブで開いているオファー { $offer } に入力します。どの発行元でサインインしているかはページからは判別できないため、ご自身で確認してください。入力した内容はここからは元に戻せません。
lead-note-offer-untold = パートナー センターのタブで開いているオファーに入力します。どのオファーか、どの発行元でサインインしているかはアドレスからは判別できないため、ご自身で確認してください。入力した内容はここからは元に戻せません。
lead-note-hand = Power Platform 管理センターで行っていただく手順が 1 つあります。Latchkey は反映されるまで待ちます。
lead-note-newer = ファイルより新しいバージョンのソリューションがインストールされているため、上書きインポートは行いません。
lead-note-publish = その後、オファーを完成させて公開してください。公開するまで顧客の潜在顧客は届きません。
lead-plan-title = 潜在顧客管理: { $count } 手順
lead-plan-nothing = 選択した内容はすべて完了しているため、計画するものはありません。
lead-plan-not-hosted = 潜在顧客を送信できるのは Microsoft がホストする環境のみです。オンプレミスの Dynamics には直接接続できません。HTTPS エンドポイントや Azure テーブルなど、別の送信先を使用してください。
lead-plan-not-allowed = この部分に必要な権限がありません: { $part }。この環境の管理者にご相談ください。
lead-plan-sign-in = この部分は Microsoft Entra で行うため、先にサインインしてください。
lead-plan-other-tenant = この環境とは別のテナントにサインインしています。環境のテナントのアカウントでサインインしてください。
lead-plan-no-file = ソリューションのファイルを選択してください。潜在顧客を書き込むロールが含まれています。
lead-plan-other-file = このファイルにはロール Microsoft Marketplace Lead Writer が含まれていません。Microsoft Marketplace Lead Writer ソリューションをダウンロードして、そのファイルを選択してください。
lead-plan-no-role = ロール Microsoft Marketplace Lead Writer がありません。計画にソリューションを追加してください。
lead-plan-role-fixed = ロールに不足がありますが、ここではカスタマイズできません。ソリューションをインストールした方にご確認ください。
lead-plan-no-privilege = この環境では { $privilege } を付与できません。Power Platform 管理センターでロールを設定してください。
lead-plan-no-credential = サービス アカウントがまだありません。計画に追加するか、アプリの登録を選択するか、アプリケーション (クライアント) ID を入力してください。
lead-plan-name = { $what }: { $why }
lead-plan-no-licence = 空きのあるライセンスを選択してください。ない場合は、Microsoft 365 管理センターで購入するか、ライセンス不要の Entra の方法を使用してください。
lead-plan-no-location = ライセンスの利用場所を FR のように大文字 2 字で入力してください。
lead-plan-administrator = このユーザーにはディレクトリ ロールがあります。潜在顧客サービスのユーザーには管理者アクセスを与えてはならないため、別の名前を選択してください。
lead-plan-deleted = このアプリは以前アプリケーション ユーザーでしたが、完全には削除されていません。Power Platform 管理センターで完全に削除するか、復元してください。
lead-plan-no-environment = サービスがこの環境の ID を返しません。アプリケーション ユーザーの追加には別の方法を選択してください。
lead-plan-no-page = パートナー センターを表示しているタブがありません。そこでオファーのセットアップ ページを開いてから、ここで再度確認してください。
lead-plan-no-customer-leads = パートナー センターは開いていますが、ページに [潜在顧客] の [接続] が見つかりませんでした。オファーのセットアップ ページを開いて再度確認してください。すでに開いている場合は、ご自身でページに入力する方法を選択してください。
lead-refusal-empty = 空です
lead-refusal-too-long = 長すぎます
lead-refusal-too-short = 8 文字より短いです
lead-refusal-not-a-upn = 名前@ドメイン の形式ではありません
lead-refusal-character = 使用できない文字が含まれています
lead-refusal-full-stop = ピリオドで始まるか終わっています
lead-refusal-domain = このテナントのドメインではありません
lead-refusal-too-simple = 小文字、大文字、数字、記号のうち 3 種類が必要です
lead-refusal-holds-name = ユーザー名が含まれています
lead-refusal-not-https = https:// で始まる必要があります
lead-lifetime-portal = シークレットの有効期間は 1 か月以上 { $months } か月以下です。
lead-lifetime-tenant = このテナントで許可されるシークレットの有効期間は最長 { $days } 日です。
lead-lifetime-forbidden = このテナントのアプリ管理ポリシーではクライアント シークレットが許可されていません。設定した方に例外を依頼してください。
lead-ready-not-hosted = この環境は Microsoft がホストしていないため、潜在顧客を送信できません
lead-ready-unread = 読み取れませんでした: { $what }
lead-ready-rights = この環境で必要な権限があります
lead-ready-no-right = 次の権限がありません: { $part }
lead-ready-right-unread = 次の権限の有無を読み取れませんでした: { $part }
lead-ready-roles = あなたのディレクトリ ロールでアプリの登録とユーザーの作成ができます
lead-ready-roles-apps = あなたのディレクトリ ロールではアプリの登録はできますが、ユーザーの作成はできません
lead-ready-roles-users = あなたのディレクトリ ロールではユーザーの作成はできますが、アプリの登録はできない可能性があります
lead-ready-roles-none = あなたのディレクトリ ロールではアプリの登録もユーザーの作成もできない可能性があります
lead-ready-solution = { $name } { $version } がインストールされています
lead-ready-solution-role = ロールはありますが、どのソリューションに由来するかは分かりませんでした
lead-ready-solution-absent = Lead Writer ソリューションがインストールされていません
lead-ready-role = ロール Microsoft Marketplace Lead Writer は記事のとおりに設定されています
lead-ready-inheritance = ロールのメンバーが特権を直接継承しません
lead-ready-privileges = ロールに記事の特権が { $count } 個不足しています
lead-ready-privileges-absent = 記事の特権のうち { $count } 個はここでは付与できません
lead-ready-account = { $more ->
    [0] { $name } は潜在顧客を書き込めます
   *[other] { $name } ほか { $more } 件が潜在顧客を書き込めます
  }
lead-ready-account-none = 有効なユーザーにロールがないため、潜在顧客を書き込めません
lead-ready-sign-in = アプリの登録とシークレット: 読み取るにはサインインしてください
lead-ready-app = アプリの登録 { $name } には記事で求められる設定が不足しています
lead-ready-secret = { $name } のクライアント シークレットは { $day } まで有効です
lead-ready-secret-soon = { $name } のクライアント シークレットは { $days } 日後の { $day } に期限が切れます
lead-ready-secret-ended = { $name } のクライアント シークレットはすべて期限切れのため、潜在顧客が届きません
lead-ready-secret-none = { $name } にはクライアント シークレットがありません
lead-ready-lead = サービス アカウントによって潜在顧客が書き込まれています
lead-ready-lead-none = サービス アカウントはまだ潜在顧客を書き込んでいません。オファーが接続されていない可能性があります
lead-ready-lead-unread = サービス アカウントが潜在顧客を書き込んだかどうかを読み取れませんでした

## The lead management view
nav-lead-management = 潜在顧客
lead-reading = ソリューション、ロール、ユーザー、潜在顧客を読み取り中
lead-subtitle = マーケットプレース オファーの検証済みの潜在顧客の送信先を一から用意します
lead-way-title = 潜在顧客サービスのサインイン方法
lead-way-entra = Microsoft Entra ID (推奨)
lead-way-entra-means = クライアント シークレットを持つアプリ。パスワードの変更は不要です。
lead-way-office = Office 365
lead-way-office-means = 90 日ごとにパスワードの変更が必要な、ライセンスを持つユーザー。
lead-everything = 不足しているものをすべて計画する
lead-reading-directory = ディレクトリを読み取り中
lead-state-done = 完了
lead-state-open = 未完了
lead-state-sign-in = サインインが必要
lead-in-plan = 計画に含める
lead-destination-https = HTTPS エンドポイント
lead-destination-table = Azure テーブル
lead-destination-blob = Azure BLOB
lead-destination-email = 電子メール
lead-destination-marketo = Marketo
lead-destination-salesforce = Salesforce
lead-file-choose = ソリューションの zip ファイルを選択
lead-file-where = Microsoft Marketplace Lead Writer ソリューションのリンクは Microsoft の記事にあります。計画でアップロードされるまで、お使いのコンピューターに残ります。
lead-file-is = { $file }: { $name } { $version }
lead-file-digest = SHA-256
lead-file-role-there = ロール Microsoft Marketplace Lead Writer が含まれています
lead-file-role-unread = ロールが含まれているかどうかを読み取れませんでした
lead-file-too-large = ファイルがソリューションとしては大きすぎます。
lead-file-no-archive = ファイルが zip アーカイブではありません。もう一度ダウンロードしてください。
lead-file-no-solution = アーカイブにソリューションが含まれていません。ダウンロードしたままのファイルを選択してください。
lead-file-not-understood = ソリューションの説明を解釈できませんでした。もう一度ダウンロードしてください。
lead-standing-absent = まだここにはインストールされていません。
lead-standing-older = 古いバージョンがインストールされています。インポートすると更新されます。
lead-standing-same = 同じバージョンがインストールされています。問題ありません。
lead-account-sign-in = サービス アカウントの読み取りと設定を行うには、上でサインインしてください。
lead-app-choose = アプリの登録
lead-app-new = 新規作成
lead-redirect-means = 潜在顧客サービスでは使用されません。記事の例のままで問題ありません。
lead-app-multi = 任意の組織ディレクトリ内のアカウントがサインインできます
lead-app-single = 一部のディレクトリのアカウントのみサインインできます。計画で拡張します
lead-app-permission = アクセス許可に Dynamics CRM user_impersonation が含まれています
lead-app-no-permission = Dynamics CRM user_impersonation がありません
lead-app-redirect = リダイレクト URI があります
lead-app-no-redirect = リダイレクト URI がありません
lead-app-principal = このテナントにサービス プリンシパルがあります
lead-app-no-principal = このテナントにサービス プリンシパルがありません
lead-secret-until = { $name }: { $day } まで
lead-secret-ended = { $name }: { $day } に期限切れ
lead-secret-new = クライアント シークレットを作成する
lead-secret-typed = 計画の実行時に、お持ちのシークレットの入力を求めます。メモリ内にのみ保持されます。
lead-secret-shown-once = 新しいシークレットはオファーに直接入力されます。計画にその部分がない場合は、実行の最後に一度だけ表示されます。
lead-expires = 有効期限
lead-months = { $count } か月後
lead-licence-choose = 製品ライセンス
lead-licence-free = { $part } · 空き { $free }
lead-user-there = { $name } は既に存在します
lead-password-means = 計画の実行時にパスワードの入力を求めます。8 文字以上で、小文字、大文字、数字、記号のうち 3 種類が必要です。初回サインイン時の変更は不要です。
lead-remind = { $day } のリマインダーを保存
lead-reminder-title = 潜在顧客サービスの資格情報の更新: { $name }
lead-reminder-text = { $day } に期限が切れます。新しいものを作成してオファーの接続の詳細に入力しないと、潜在顧客が届かなくなります。
lead-road-choose = アプリを環境に追加する方法
lead-road-power-platform = Power Platform 管理 API を使用
lead-road-dataverse = この環境の行として追加
lead-road-hand = Power Platform 管理センターで手動
lead-account-absent = サービス アカウントはまだこの環境のユーザーではありません
lead-account-there = { $name } はこの環境のユーザーです
lead-account-off = { $name } はこの環境の無効なユーザーです
lead-account-role = ロール Microsoft Marketplace Lead Writer があります
lead-account-no-role = ロール Microsoft Marketplace Lead Writer がありません
lead-role-later = ロールはソリューションに含まれており、計画で不足分が追加されます。
lead-by-hand = 手動で設定する
lead-offer-means = まずパートナー センターでオファーのセットアップ ページを開いてください。計画では、そこで開いているオファーに入力します。
lead-open-portal = パートナー センターを開く
lead-page-look = 再度確認
lead-page-shown = パートナー センターでオファー { $offer } が開いています
lead-page-untold = パートナー センターにオファーの潜在顧客が表示されていますが、どのオファーかはアドレスから判別できません
lead-page-opened = そこでサインインしてオファーのセットアップ ページを開き、ここで再度確認してください。
lead-page-refused = 許可されていません。許可しない場合は、下の値を使ってご自身でページに入力してください。
lead-hands-choose = オファーのページでの操作
lead-hands-latchkey = Latchkey が入力し、[OK] と [検証] も選択する
lead-hands-press = Latchkey が入力し、[OK] と [検証] は自分で選択する
lead-hands-admin = 自分でページに入力する
lead-detail-destination = 潜在顧客の送信先
lead-detail-url = URL
lead-detail-authentication = 認証
lead-detail-directory = ディレクトリ ID
lead-known-later = 計画の実行後に分かります
lead-copy = コピー
lead-copy-named = コピー: { $what }
lead-emails = 連絡先のメール アドレス (セミコロン区切り)
lead-emails-label = 連絡先の電子メール
lead-email-refused = { $address } はメール アドレスではありません。
lead-email-many = アドレスが多すぎます。
lead-leads-none = この環境に潜在顧客はありません。
lead-leads-newest = 最新の潜在顧客
lead-lead-own = { $subject } · { $time } · サービス アカウントによる
lead-lead-other = { $subject } · { $time }
lead-file-role = ロール
lead-file-accounts = アカウント
lead-file-apps = アプリの登録
lead-client-typed = または、既存のアプリの登録のアプリケーション (クライアント) ID

# Salesforce: its rights and parts, and what it answered instead of data
salesforce-right-read = 参照
salesforce-right-create = 作成
salesforce-right-edit = 編集
salesforce-right-delete = 削除
salesforce-right-view-all = すべて表示
salesforce-right-modify-all = すべて変更
salesforce-app = アプリ
salesforce-user = 統合ユーザー
salesforce-permission-set = 権限セット
salesforce-what-organization = Salesforce 組織
salesforce-what-identity = Salesforce にサインインしているユーザー
salesforce-what-connection = Salesforce 内の接続
salesforce-what-apps = 接続アプリケーション
salesforce-what-external-apps = 外部クライアントアプリケーション
salesforce-what-users = ユーザー
salesforce-what-permission-sets = 権限セット
salesforce-what-assignments = 権限セットの割り当て
salesforce-what-object-permissions = オブジェクト権限
salesforce-what-field-permissions = 項目権限
salesforce-what-description = オブジェクトの定義
salesforce-what-app-grants = アプリの使用を許可されたユーザー
salesforce-error-signed-out = { $host } にサインインしていないか、セッションが終了しています。Salesforce にサインインして、もう一度読み取ってください。
salesforce-error-api-disabled = Salesforce はこのユーザーに API の使用を許可していません。管理者がプロファイルまたは権限セットで「API の有効化」(API Enabled) を付与してください。
salesforce-error-denied = Salesforce では次を読み取れません: { $what }。「設定・定義を参照する」(View Setup and Configuration) 以上の権限が必要です。
salesforce-error-limit = この組織の本日の Salesforce API 要求数は上限に達しました。これ以上の要求は行いません。明日もう一度試すか、上限の引き上げを依頼してください。
salesforce-error-not-known = 要求した項目またはオブジェクトを Salesforce が認識しないか、表示が許可されていません: { $what }。「ない」という意味ではありません。

# Sign-in to Salesforce: what went wrong, and what the admin can do
salesforce-sign-in-no-client = Salesforce 組織に Latchkey 用の外部クライアントアプリケーションがまだありません。登録してから、ホストとコンシューマー鍵を設定に入力してください。
salesforce-sign-in-cancelled = サインインは取り消され、何も変更されていません。ウィンドウに redirect_uri_mismatch やクライアント不明と表示された場合は、外部クライアントアプリケーションの登録と設定の内容を確認してください。
salesforce-sign-in-expired = Salesforce にサインインしていないか、セッションが終了しています。サインインしてください。
salesforce-sign-in-app = この Salesforce 組織はコンシューマー鍵を認識しません。設定で確認してください。新しいアプリが認識されるまで 10 分かかることがあります。
salesforce-sign-in-redirect = 外部クライアントアプリケーションにこのブラウザーのコールバック URL がありません。設定に表示されている URL を追加してください。
salesforce-sign-in-secret = 外部クライアントアプリケーションがシークレットを要求しています。「Require Secret for Web Server Flow」をオフにし、「Require PKCE」はオンのままにしてください。拡張機能はシークレットを保持できません。
salesforce-sign-in-scope = 外部クライアントアプリケーションで API が許可されていません。OAuth 範囲「Manage user data via APIs (api)」を付与してください。
salesforce-sign-in-blocked = 管理者がこの組織で外部クライアントアプリケーションをブロックしています。設定 (Setup) でブロックを解除してください。
salesforce-sign-in-not-approved = 外部クライアントアプリケーションは承認済みユーザー専用で、あなたは含まれていません。プロファイルまたは権限セットをアプリのポリシーに追加してください。
salesforce-sign-in-inactive = ユーザーまたは組織が無効であると Salesforce が応答しました。別のユーザーでサインインしてください。
salesforce-sign-in-organization = { $signed-in } にサインインしましたが、設定では { $wanted } が指定されています。そちらにサインインするか、設定を変更してください。

## Data policies and advanced connector policies
policy-group-business = ビジネス
policy-group-non-business = 非ビジネス
policy-group-blocked = ブロック済み
policy-placement-listed = { $policy } では、コネクタは { $group } に登録されています。
policy-placement-default = { $policy } にはコネクタの登録がないため、既定のグループ { $group } に入ります。
policy-placement-unclear = { $policy } がコネクタをどのグループに入れているか判断できません。
policy-gate-listed = ブロック済みに登録されています。
policy-gate-default = どこにも登録されておらず、既定のグループがブロック済みです。
policy-gate-placement-unclear = グループを判断できません。不明な書き方か、二重に登録されています。
policy-gate-actions = { $count } 個のアクションがブロックされています: { $actions }
policy-gate-actions-all = すべてのアクションがブロックされています。
policy-gate-actions-left = 許可されているアクションは次のものだけです: { $actions }
policy-gate-actions-unclear = アクションの規則を判断できません。
policy-gate-endpoint = エンドポイント規則 { $pattern } が Salesforce 組織を拒否しています。
policy-gate-endpoint-unclear = エンドポイント規則がありますが、Salesforce 組織を拒否するかどうか判断できません。
policy-advanced-not-listed = 高度なコネクタ ポリシーでこのコネクタは許可されていません。登録されていないものはブロックされます。
policy-advanced-connection-types = 高度なコネクタ ポリシーで許可されている接続の種類が限られています。
policy-advanced-unclear = 高度なコネクタ ポリシーがこのコネクタをどう扱うか判断できません。
policy-lock-tenant = テナント
policy-whole = { $policy } のすべての項目
policy-step = データ ポリシー { $policy } で Salesforce コネクタを許可する
policy-unproven = データ ポリシー全体を書き戻したときに Latchkey の知らない項目が保持されること、古い版が拒否されることは、実際のテナントではまだ確認されていません。前後に読み直して確かめます。
policy-delta-group = Salesforce コネクタのグループ
policy-delta-actions = アクション
policy-delta-endpoint = エンドポイント { $host }
policy-value-blocked = ブロック
policy-value-allowed = 許可

## Salesforce connection
nav-salesforce-connection = Salesforce
salesforce-title = Salesforce 接続
salesforce-subtitle = 営業エージェントがユーザー操作なしにバックグラウンドでデータを取得できるようにします
salesforce-reading = Salesforce 内の接続を読み取っています…
salesforce-reason-host = Salesforce 組織の接続とその権限を読み取り、承認した内容を書き込むため。
salesforce-sources-title = データ ソース
salesforce-source-dynamics-name = Dynamics 365 Sales
salesforce-source-dynamics = 何も必要ありません。エージェントは同じ環境で動作し、直接接続します。
salesforce-source-salesforce-name = Salesforce
salesforce-source-salesforce = サーバー間接続が必要です。Salesforce 組織にアプリ、統合ユーザー、権限セットが作成されます。
salesforce-connection = 接続
salesforce-state-none = 接続はありません
salesforce-state-connected = 接続済み: アプリ、統合ユーザー、権限セットがそろっています
salesforce-state-partly = 接続の一部だけがあります
salesforce-state-second-tenant = 2 つ目の Microsoft Entra テナントが接続されている可能性があります
salesforce-state-unread = 接続の状態を読み取れませんでした
salesforce-parts-missing = 不足:
salesforce-connected-app = 接続アプリケーション
salesforce-external-app = 外部クライアントアプリケーション
salesforce-name-first = 最初の名称
salesforce-name-since = { $day } 以降の文書にある名称
salesforce-name-other = Microsoft の文書にない名称
salesforce-inactive = 無効: 以前の接続で残されたものです。Salesforce ではユーザーは削除されません。
salesforce-no-parts = この名称のアプリ、統合ユーザー、権限セットは Salesforce にありません。
salesforce-open = 設定で開く
salesforce-open-named = { $name } を設定で開く
salesforce-drift-title = { $time } 以降に変更されました
salesforce-drift-remade = 接続がここか他の人によって作り直され、構成要素が入れ替わっています
salesforce-drift-rights = 前回の確認以降、統合ユーザーの権限が変更されました
salesforce-drift-lost = 以前はあり、今はない権限:
salesforce-drift-gained = 以前はなく、今ある権限:
salesforce-drift-known = これで問題ありません
salesforce-wish = 接続をどうしますか
salesforce-wish-nothing = このままにする
salesforce-wish-nothing-means = 何も行いません。
salesforce-wish-connect = アクセスを有効にする
salesforce-wish-connect-means = エージェントがアプリ、統合ユーザー、権限セットを作成します。数分かかります。
salesforce-wish-reconnect = 再接続する
salesforce-wish-reconnect-means = 接続を削除して新しく作成します。エラーの後や、エージェントのカスタム項目を増やしたときに使います。完了するまでエージェントは Salesforce のデータを取得できません。
salesforce-wish-off = アクセスを無効にする
salesforce-wish-off-means = アプリを削除し、統合ユーザーを無効にします。再度設定するまで、エージェントは Salesforce のデータを取得できません。
salesforce-plan-nothing = 先に接続をどうするかを選んでください。
salesforce-plan-second-tenant = Salesforce には 1 つのテナントが作成する以上の構成要素があります。1 つの Salesforce 組織を複数の Microsoft Entra テナントに接続することはサポートされず、予期しないエラーの原因になります。どのテナントが作成したかは Salesforce からは分かりません。何かを変更する前に、作成者を確認してください。
salesforce-plan-connected = すでに接続があります。作り直すには再接続してください。
salesforce-plan-not-connected = 再接続または無効化できる接続がありません。
salesforce-plan-connect = 営業エージェントを Salesforce に接続
salesforce-plan-reconnect = 営業エージェントの Salesforce 接続を作り直す
salesforce-plan-off = 営業エージェントの Salesforce へのアクセスを無効化
salesforce-note-connect = アプリ、統合ユーザー、権限セットは Microsoft のサービスがこの Salesforce 組織に作成します。ユーザーの権限は「権限」に表示されます。
salesforce-note-reconnect = 新しい接続ができるまで、エージェントは Salesforce のデータを取得できません。新しい構成要素の ID は変わります。統合ユーザーに独自の権限セットを割り当てていた場合は、新しいユーザーに割り当て直してください。
salesforce-note-off = エージェントは Salesforce のデータを利用できなくなります。再び使うには接続を設定し直す必要があり、ID も変わります。
salesforce-note-one-tenant = 1 つの Salesforce 組織は 1 つの Microsoft Entra テナントにのみ接続できます。
salesforce-note-apps-unread = アプリを読み取れないため、その部分は確認できません。設定で確認してください。
salesforce-access = アクセスを有効にする
salesforce-step-connect = アクセスを有効にして保存する
salesforce-step-reconnect = 再接続する
salesforce-step-off = アクセスを無効にする
salesforce-step-app-gone = { $name } が削除されたことを確認する
salesforce-reason-connect = このための API はありません。営業エージェントの設定で行い、結果は Salesforce に表れます。
salesforce-reason-reconnect = 接続を削除し、現在のエージェント設定の項目で新しく作成します。
salesforce-reason-off = アプリと統合ユーザーが Salesforce から削除されます。
salesforce-reason-app-gone = アクセスの無効化で削除されます。実際に削除されたかは Salesforce でのみ分かります。
salesforce-guide-connect = Outlook または Teams で Sales アプリを開き、[設定] → [Connectors] → [Agent connections] → [Salesforce] を選びます。[Turn on access] をオンにし、[保存] を一度だけ押してください。数分かかります。アプリとユーザーが現れるまで Latchkey が Salesforce を確認します。
salesforce-guide-reconnect = Outlook または Teams で Sales アプリを開き、[設定] → [Connectors] → [Agent connections] → [Salesforce] で [Reconnect] を一度だけ押してください。新しい統合ユーザーが現れるまで Latchkey が Salesforce を確認します。
salesforce-guide-off = Outlook または Teams で Sales アプリを開き、[設定] → [Connectors] → [Agent connections] → [Salesforce] で [Turn on access] をオフにします。[保存] があれば押してください。有効な統合ユーザーがなくなるまで Latchkey が Salesforce を確認します。
salesforce-guide-app-gone = アクセスがオフなら操作は不要です。数分以内にアプリが Salesforce から消えます。まだオンの場合は、上記の手順でオフにしてください。
salesforce-undo-reconnect = 以前の接続は削除され、元に戻せません。
salesforce-undo-app = アプリは接続とともに新しいものとして作成されます。
salesforce-unproven-page = 営業エージェントの設定上の場所は文書に基づくもので、実際のテナントではまだ確認されていません。
salesforce-user-with-set = 権限セットを持つ統合ユーザー
salesforce-app-named = アプリ { $name }
salesforce-connection-old = 現在の接続
salesforce-connection-new = 新しい接続
salesforce-there = あり
salesforce-not-there = なし
salesforce-lock-organization = Salesforce 組織
salesforce-lock-name = Salesforce 組織の名前
salesforce-lock-user = Salesforce にサインインしているユーザー
salesforce-step-grant = { $set } に { $app } の使用を許可する
salesforce-reason-grant = 管理者が承認したユーザーのみの場合、全員にプロファイルまたは権限セットによる許可が必要です。
salesforce-grant = { $set } の { $app }
salesforce-step-assign = { $user } に { $set } を割り当てる
salesforce-reason-assign = ユーザーに不足している権限がこの権限セットに含まれています。
salesforce-assignment = { $user } の { $set }
salesforce-step-api = { $set } で API の有効化をオンにする
salesforce-reason-api = アプリはユーザーとして Salesforce にアクセスするため、ユーザーに API が必要です。
salesforce-api-enabled = { $set } の API の有効化
salesforce-rights-title = 統合ユーザーの権限
salesforce-ready-rights = 統合ユーザーの権限は公表されている内容と一致しています
salesforce-ready-more = 統合ユーザーは公表されている権限のすべてと、それ以上を持っています
salesforce-ready-partly = 読み取れた範囲では不足はありませんが、一部は判断できませんでした
salesforce-ready-unread = 統合ユーザーの権限を読み取れませんでした
salesforce-objects = オブジェクト権限
salesforce-object = オブジェクト
salesforce-fields = 項目権限
salesforce-field = 項目
salesforce-promised = 公表されている権限
salesforce-held = 実際の権限
salesforce-right-none = なし
salesforce-standing-held = あり
salesforce-standing-more = 公表以上:
salesforce-standing-missing = 不足:
salesforce-standing-absent = 不足
salesforce-standing-edit = あり、編集も可能
salesforce-standing-implicit = オブジェクトを参照できれば参照可能
salesforce-standing-not-there = この組織にこの項目はありません
salesforce-standing-unknown = 判断できませんでした
salesforce-more-system = 公表されていない組織全体の権限:
salesforce-more-objects = 公表されていないオブジェクト:
salesforce-more-fields = 公表されていない項目:
salesforce-custom-fields = エージェントに設定されたカスタム項目:
salesforce-holds = 集計元:
salesforce-file-rights = 権限を CSV で保存
salesforce-settings-title = Salesforce へのサインイン
salesforce-settings-lead = Salesforce のレシピは、自社組織の外部クライアントアプリケーションを使い、あなたとして API に問い合わせます。トークンはメモリ内だけに保持され、ブラウザーの終了とともに消えます。
salesforce-host = 組織のホスト (私のドメイン)
salesforce-host-wrong = 私のドメインのホストではありません。contoso.my.salesforce.com の形式で入力してください。
salesforce-key = コンシューマー鍵
salesforce-key-note = 下記の外部クライアントアプリケーションのものです。シークレットではありません。
salesforce-key-wrong = コンシューマー鍵ではありません。使用できるのは英字、数字、ピリオド、下線、ハイフンだけです。
salesforce-sign-in-needed = Salesforce へのサインインが必要です
salesforce-sign-in = Salesforce にサインイン
salesforce-sign-in-other = 別のユーザーでサインイン
salesforce-signed-in = { $host } にサインイン済み
salesforce-account-organization = 組織 ID
salesforce-account-user = ユーザー ID
salesforce-account-since = サインイン日時
salesforce-registration-title = 外部クライアントアプリケーションの登録方法
salesforce-registration-lead = Salesforce 組織ごとに一度、設定 (Setup) で行います。
salesforce-registration-new = External Client App Manager → New External Client App。名前は任意、配布は Local、Enable OAuth をオンにします。
salesforce-registration-callback = コールバック URL (ブラウザーごとに 1 行):
salesforce-registration-scope = OAuth 範囲: Manage user data via APIs (api) のみ。
salesforce-registration-pkce = セキュリティ: Require Proof Key for Code Exchange (PKCE) はオン、Require secret for Web Server Flow はオフ。
salesforce-registration-policy = ポリシー: Permitted Users で自分を許可します。
salesforce-registration-copy = ホストとコンシューマー鍵を上に入力します。新しいアプリが認識されるまで 10 分かかることがあります。
salesforce-ready-missing = 公表されている権限が { $count } 件不足しています
salesforce-sign-in-page-refused = Salesforce がサインイン ページを拒否しました。設定のコンシューマー鍵と、外部クライアントアプリケーションにこのブラウザーのコールバック URL があることを確認してください。新しいアプリが認識されるまで 10 分かかることがあります。

## Transcription of meetings
transcription-label = 文字起こし
transcription-lock = 組織全体の会議ポリシー
transcription-open = 組織全体の会議ポリシーを開く
transcription-list = 会議ポリシーの一覧を表示する
transcription-lock-page = Teams 管理センターのメニュー
transcription-step = 組織全体の会議ポリシーで文字起こしをオンにする
transcription-save = 会議ポリシーを保存する
transcription-seen = 会議ポリシーで保存されたことを確認する
transcription-unproven = ポリシーの API は非公開で、Teams 管理センターのページも公開されていません。いずれも実際のテナントではまだ確認されていません。保存した内容がユーザーに届くまで数時間かかることがあります。
