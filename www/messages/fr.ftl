# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Qui peut déconnecter ?
content-updated = Latchkey a été mis à jour ; rechargez cette page
content-expand = Afficher Latchkey

## When the panel itself has failed; written into panel.js by the build, so plain text only
stopped-why = Latchkey s’est arrêté à cause d’une erreur. Rien n’est perdu : ce qui a été appliqué figure dans l’historique.
stopped-reload = Recharger
stopped-speechless = Latchkey n’a pas pu lire ses propres textes. Rechargez ; si cela ne suffit pas, réinstallez l’extension.

## Disconnect rights
disconnect-title = Droits de déconnexion
disconnect-subtitle = Qui peut déconnecter une conversation Teams d’un enregistrement
disconnect-still-reading = Lecture en cours
disconnect-toggle-owner = Le propriétaire de l’enregistrement peut déconnecter les conversations
disconnect-toggle-connector = Le connecteur de conversation peut déconnecter la conversation
disconnect-privilege-label = { $privilege }
disconnect-role-right = Privilège de { $role }
disconnect-grant-direct = Par le rôle { $role }.
disconnect-grant-through-team = Par le rôle { $role } de l’équipe { $team }.
disconnect-verdict-global = Un rôle donne ce droit sur tous les enregistrements.
disconnect-verdict-owner = Propriétaire de l’enregistrement, et le bouton du propriétaire est activé pour { $type }.
disconnect-verdict-connector = A connecté la conversation en dernier, et le bouton du connecteur est activé pour { $type }.
disconnect-verdict-owner-off = Propriétaire de l’enregistrement, mais le bouton du propriétaire est désactivé pour { $type }.
disconnect-verdict-not-owner = N’est pas propriétaire de l’enregistrement.
disconnect-verdict-connector-off = A connecté la conversation en dernier, mais le bouton du connecteur est désactivé pour { $type }.
disconnect-verdict-not-connector = N’a pas connecté la conversation en dernier.
disconnect-verdict-no-role = Aucun rôle ne donne ce droit.
disconnect-verdict-rows = { $count ->
    [one] La ligne { $rows } du tableau publié tranche.
   *[other] Les lignes { $rows } du tableau publié tranchent.
  }
disconnect-verdict-derived = Déduit : aucune ligne publiée ne couvre cette combinaison ; la règle sous-jacente tranche.
disconnect-verdict-owning-team-unproven = Une équipe est propriétaire de l’enregistrement. Il n’est pas encore prouvé sur un locataire réel que ses membres comptent comme propriétaires : les deux réponses sont affichées.
disconnect-verdict-roles-unread = Les rôles n’ont pas pu être lus en entier : un rôle donne peut-être ce droit.
disconnect-effect-owner-on = Les propriétaires d’un enregistrement de type { $type } pourront en déconnecter les conversations.
disconnect-effect-owner-off = Les propriétaires d’un enregistrement de type { $type } ne pourront plus en déconnecter les conversations, sauf par un rôle ou en tant que connecteur.
disconnect-effect-connector-on = Qui a connecté en dernier une conversation à un enregistrement de type { $type } pourra la déconnecter.
disconnect-effect-connector-off = Qui a connecté en dernier une conversation à un enregistrement de type { $type } ne pourra plus la déconnecter, sauf par un rôle ou en tant que propriétaire.
disconnect-no-access = Vous êtes connecté à { $host }, mais pas comme utilisateur activé de cet environnement. Demandez à un administrateur de vous y ajouter.
disconnect-record-types-absent = Cet environnement n’a pas de paramètres de conversation Teams. Installez ou mettez à jour les applications Customer Service, puis relisez.
disconnect-generation-unknown = Les paramètres de conversation Teams de cet environnement ont d’autres colonnes que celles que Latchkey connaît. Modifiez-les sur la page du portail.
disconnect-privilege-absent = Cet environnement n’a pas de privilège pour déconnecter les conversations : aucun rôle ne peut donner ce droit.
disconnect-privilege-ambiguous = Plusieurs privilèges ressemblent à celui de la déconnexion. Modifiez les rôles dans le centre d’administration Power Platform.
disconnect-missing-role = { $role } n’a pas pu être lu. { $why }
disconnect-missing-unknown-roles = { $count ->
    [one] { $count } attribution concerne un rôle qui n’a pas pu être lu.
   *[other] { $count } attributions concernent des rôles qui n’ont pas pu être lus.
  }
disconnect-remark-privilege-renamed = Le privilège s’appelle ici { $privilege } ; Latchkey l’a reconnu à une partie de son nom.
disconnect-remark-roles-disagree = La liste rapide des privilèges contredit ce que { $role } dit de lui-même : chaque rôle a été lu séparément.
disconnect-remark-roles-quick-partial = La liste rapide des privilèges n’a pas pu être lue jusqu’au bout : chaque rôle a été lu séparément.
disconnect-remark-roles-quick-refused = La liste rapide des privilèges a été refusée : chaque rôle a été lu séparément.
disconnect-remark-user-roles-disagree = La liste rapide des attributions contredit vos propres rôles : les rôles de chaque utilisateur ont été lus.
disconnect-remark-user-roles-refused = La liste rapide des attributions a été refusée : les rôles de chaque utilisateur ont été lus.
disconnect-remark-teams-refused = Les listes rapides des équipes ont été refusées : les membres et les rôles de chaque équipe ont été lus.
disconnect-remark-own-right = D’après la lecture, votre propre droit de déconnexion diffère de ce que dit le service, qui n’a peut-être pas encore pris en compte la dernière modification.
disconnect-plan-title = { $count ->
    [one] Droits de déconnexion : { $count } modification
   *[other] Droits de déconnexion : { $count } modifications
  }
disconnect-plan-nothing = Rien n’est modifié : il n’y a rien à planifier.
disconnect-plan-incomplete = Aucun plan ne repose sur une liste incomplète. Lecture incomplète : { $what }. Relisez, ou demandez à une personne ayant plus de droits.
disconnect-plan-role-fixed = { $role } ne peut pas être modifié.
disconnect-plan-own-last-way = { $role } est votre seule source de ce droit. Sans lui, vous ne pourriez pas le rendre. Demandez à un autre administrateur, ou donnez-vous d’abord un autre rôle.
disconnect-plan-not-allowed = Vous n’avez pas le privilège de modifier ceci : { $what }. Demandez à un administrateur.
disconnect-plan-gone = Un élément que vous avez modifié n’existe plus. Relisez.
disconnect-step-toggle = { $type } : qui peut déconnecter les conversations
disconnect-step-owner = { $type } : Le propriétaire de l’enregistrement peut déconnecter les conversations
disconnect-step-connector = { $type } : Le connecteur de conversation peut déconnecter la conversation
disconnect-step-grant = { $role } : accorder le privilège
disconnect-step-take = { $role } : retirer le privilège
step-chosen = { $count ->
    [0] Vous l’avez choisi.
    [one] Vous avez choisi « { $to } » pour { $what }.
   *[other] Vous avez choisi ces { $count } paramètres.
  }
disconnect-unproven-record-type = Que Dataverse conserve ici les boutons de la page se déduit des noms, et n’est pas encore prouvé sur un locataire réel.
disconnect-unproven-privilege = Le nom du privilège vient d’une seule source et n’est pas encore prouvé sur un locataire réel.
disconnect-note-gain = { $count ->
    [one] { $count } utilisateur gagne le droit sur tous les enregistrements : { $names }
   *[other] { $count } utilisateurs gagnent le droit sur tous les enregistrements : { $names }
  }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
  }
disconnect-note-lose = { $count ->
    [one] { $count } utilisateur perd le droit sur tous les enregistrements : { $names }
   *[other] { $count } utilisateurs perdent le droit sur tous les enregistrements : { $names }
  }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
  }
disconnect-note-nobody = Ces modifications de rôles ne font gagner ni perdre le droit à personne.
disconnect-note-no-conditional-write = Les rôles ne peuvent pas être verrouillés pendant leur modification : chacun est lu juste avant, puis relu après, pour remarquer une modification faite entre-temps par quelqu’un d’autre.
disconnect-undo-as-read = D’après la lecture du { $time } : { $note }
disconnect-undo-unread = Qui gagne et qui perd le droit n’a pas été lu. Lisez de nouveau, puis rouvrez cet aperçu.
disconnect-lock-who = Vous et l’organisation
disconnect-lock-where = L’environnement
disconnect-lock-user = Utilisateur connecté
disconnect-lock-organization = Organisation
disconnect-lock-environment = Environnement
disconnect-lock-name = Nom de l’environnement
disconnect-lock-header = Utilisateur affiché par le portail
disconnect-reason-host = Pour lire et modifier les paramètres de conversation Teams, les rôles et les utilisateurs de cet environnement avec votre propre connexion.
disconnect-ready-types = { $count ->
    [one] Les boutons de { $count } type d’enregistrement sont activés
   *[other] Les boutons des { $count } types d’enregistrement sont activés
  }
disconnect-ready-types-off = { $count ->
    [one] { $count } bouton sur { $all } est désactivé
   *[other] { $count } boutons sur { $all } sont désactivés
  }
disconnect-ready-types-off-evidence = Chaque type d’enregistrement a les deux siens ; une nouvelle organisation commence avec tous les boutons activés
disconnect-ready-types-none = Aucun type d’enregistrement n’est configuré pour les conversations connectées
disconnect-ready-types-unread = Les types d’enregistrement n’ont pas pu être lus
disconnect-ready-roles = { $count ->
    [one] { $count } rôle par défaut détient le privilège
   *[other] Les { $count } rôles par défaut détiennent le privilège
  }
disconnect-ready-role-lost = { $role } a perdu un droit par défaut
disconnect-ready-role-lost-evidence = { $users ->
    [one] Rôle sans le privilège ; { $users } utilisateur l’a
   *[other] Rôle sans le privilège ; { $users } utilisateurs l’ont
  }
disconnect-ready-role-lost-evidence-unread = Rôle sans le privilège ; le nombre d’utilisateurs n’a pas pu être lu
disconnect-ready-roles-unread = Les rôles n’ont pas pu être lus en entier
disconnect-ready-holders = { $count ->
    [one] { $count } utilisateur peut déconnecter sur tous les enregistrements
   *[other] { $count } utilisateurs peuvent déconnecter sur tous les enregistrements
  }
disconnect-ready-holders-partial = { $count ->
    [one] Au moins { $count } utilisateur peut déconnecter sur tous les enregistrements
   *[other] Au moins { $count } utilisateurs peuvent déconnecter sur tous les enregistrements
  }
disconnect-ready-holders-unread = Qui détient le privilège n’a pas pu être lu
disconnect-ready-all-tables = Les conversations sont autorisées sur toutes les tables
disconnect-ready-all-tables-evidence = Des tables non listées peuvent aussi être connectées ; leurs boutons sont inconnus
disconnect-action-add = Ajouter au plan
disconnect-action-review = Vérifier
disconnect-export-record-types = Types d’enregistrement
disconnect-export-users = Utilisateurs
disconnect-export-roles = Rôles
disconnect-export-partial = Incomplet : au moins ceux-ci

## Teams chat
chat-title = Conversations Teams
chat-reason-host = Pour lire et modifier, avec votre propre connexion, les paramètres des conversations Teams, les applications, les tables, les rôles et les plans de site de cet environnement.
chat-plan-title = { $count ->
    [one] Conversations Teams : { $count } modification
   *[other] Conversations Teams : { $count } modifications
  }
chat-switch = Activer les conversations Microsoft Teams dans Dynamics 365
    .is-true = Activé
    .is-false = Désactivé
    .is-none = Non défini
chat-layer-environment = Valeur de l’environnement
chat-layer-app = Valeur de l’application { $app }
chat-layer-published = Valeur publiée de { $setting } pour { $app }
chat-value-unset = Non défini
chat-value = { $value }
chat-switch-undefined = Le paramètre des conversations Teams est listé, mais sa définition n’a pas pu être comprise. Utilisez la page du portail.
chat-switch-unknown-app = Une application absente de la liste a sa propre valeur.
chat-step-first = Activer les conversations Teams pour la première fois
chat-step-environment = Conversations Teams pour toutes les applications
chat-step-app = Conversations Teams dans { $app }
chat-step-page = Conversations Teams par le bouton de la page
chat-step-page-save = Enregistrer la page
chat-page-saved = Tout est enregistré sur la page
    .is-true = oui
    .is-false = non
chat-step-publish = Publier { $app }
chat-published = { $app }
chat-published-waiting = En attente de publication
chat-published-done = Publié
chat-step-type = { $type } : paramètres des conversations Teams
chat-step-add = { $type } : autoriser la connexion de conversations à ce type d’enregistrement
chat-step-remove = { $type } : retirer le type d’enregistrement
chat-step-timeline = Synchroniser les conversations Teams avec les enregistrements (version préliminaire)
chat-step-read = { $role } : Lire sur { $table }
chat-step-reads = { $role } : Lire sur les tables du volet de productivité
chat-step-site-map = { $app } : page de paramètres dans le plan de site
chat-step-profile = Créer le profil { $profile } à partir du profil par défaut
chat-step-pane = { $profile } : Microsoft Teams dans le volet de productivité
chat-reason-consent = La première fois, Microsoft demande à un administrateur général de consentir pour tout le locataire. Seule une personne peut le faire.
chat-reason-page = Cet environnement n’a pas de paramètre pour les conversations Teams : le bouton de la page est donc utilisé.
chat-reason-page-save = Ce qui a été modifié sur la page compte une fois enregistré là-bas.
chat-reason-publish = La modification prend effet une fois l’application publiée. Aucun brouillon d’une autre personne n’a été trouvé.
chat-reason-publish-drafts = La modification prend effet une fois l’application publiée. Les modifications non publiées d’autres personnes partent avec.
chat-reason-publish-unknown = La modification prend effet une fois l’application publiée. L’existence de modifications non publiées d’autres personnes n’a pas pu être lue.
chat-reason-timeline = Seuls les administrateurs généraux peuvent le configurer.
chat-reason-pane = Les rôles personnalisés ont besoin de Lire sur ces tables pour accéder au volet de productivité.
chat-guide-first = Sur la page des conversations Teams, activez le bouton, faites consentir un administrateur général, gardez « Activer pour toutes les applications Dynamics 365 » et enregistrez.
chat-guide-first-selected = Sur la page des conversations Teams, activez le bouton, faites consentir un administrateur général, choisissez « Activer pour les applications Dynamics 365 sélectionnées » et enregistrez.
chat-guide-page-on = Sur la page des conversations Teams, activez le bouton. Si une fenêtre demande un consentement, un administrateur général le donne.
chat-guide-page-save = Sélectionnez Enregistrer sur la page des conversations Teams.
chat-guide-profile = Sur la page Profils d’expérience d’agent, copiez le profil par défaut et nommez la copie { $profile }.
chat-guide-pane-on = Ouvrez le profil { $profile }, modifiez son volet de productivité et activez Microsoft Teams.
chat-guide-pane-off = Ouvrez le profil { $profile }, modifiez son volet de productivité et désactivez Microsoft Teams.
chat-undo-first = La page a pu écrire plusieurs valeurs. Désactivez-la sur la page ; le consentement du locataire se retire dans Microsoft Entra.
chat-undo-by-hand = Vous l’avez créé à la main ; supprimez-le sur la page des profils s’il n’est pas souhaité.
chat-unproven-switch = Que ce paramètre soit le bouton principal de la page se déduit de son nom, et n’est pas encore prouvé sur un locataire réel.
chat-unproven-page = La façon dont la page de cette génération enregistre son bouton n’est pas publiée.
chat-unproven-add = Qu’il suffise à un type d’enregistrement de figurer dans cette liste n’est pas encore prouvé sur un locataire réel.
chat-unproven-remove = Que la page elle-même supprime l’entrée d’un type d’enregistrement ou la rende inactive n’est pas encore prouvé sur un locataire réel.
chat-unproven-format = Rien dans cet environnement ne montre comment le produit écrit cette valeur ; elle est écrite comme sa documentation le suggère.
chat-unproven-timeline = Que le bouton de la page ne change rien d’autre n’est pas encore prouvé sur un locataire réel.
chat-unproven-site-map = Cette entrée précise n’a pas encore été prouvée sur un locataire réel.
chat-unproven-pane = L’outil Microsoft Teams du volet est reconnu à son nom, ce qui n’est pas encore prouvé sur un locataire réel.
chat-unproven-consent = Laquelle de ces applications Dynamics 365 utilise n’est pas publié, et n’est pas encore prouvé sur un locataire réel.
chat-note-drafts = La publication de { $app } diffuse aussi ce que d’autres n’ont pas encore publié : { $drafts }
chat-note-drafts-unread = L’existence de modifications non publiées dans { $app } n’a pas pu être lue ; la publication les diffuserait.
chat-note-unpublished = { $app } n’est pas publiée par ce plan : la modification attend que quelqu’un la publie.
chat-note-draft-stays = Si cela est annulé avant la publication de { $app }, son plan de site redevient ce qu’il était, mais le service garde un brouillon identique à ce qui est publié : aucun moyen documenté ne permet de l’abandonner.
chat-effect-note-on = Une conversation nouvellement connectée à un enregistrement de type { $type } commencera par une note sur l’enregistrement.
chat-effect-note-off = Une conversation nouvellement connectée à un enregistrement de type { $type } commencera sans note sur l’enregistrement.
chat-effect-join-on = Qui peut modifier un enregistrement de type { $type } pourra voir ses conversations connectées et les rejoindre, sans y avoir participé.
chat-effect-join-off = Qui n’a pas participé à une conversation connectée à un enregistrement de type { $type } ne pourra plus la voir ni la rejoindre de soi-même.
chat-effect-updates-on = Chaque participant d’une conversation connectée à un enregistrement de type { $type } sera averti quand une des colonnes choisies change.
chat-effect-updates-off = Plus aucun participant d’une conversation connectée à un enregistrement de type { $type } ne sera averti des colonnes modifiées.
chat-effect-listed = { $type } figure dans la liste des types d’enregistrement auxquels connecter des conversations.
chat-effect-unlisted = { $type } ne figure plus dans la liste des types d’enregistrement auxquels connecter des conversations.
chat-effect-timeline-on = Les conversations connectées apparaîtront dans la chronologie de leurs enregistrements ; des activités de conversation sont pour cela gardées dans Dataverse.
chat-effect-timeline-off = Les conversations Teams ne seront plus synchronisées avec la chronologie des enregistrements.
chat-effect-reads-on = Les utilisateurs ayant le rôle { $role } pourront lire ce dont le volet de productivité a besoin.
chat-effect-reads-off = Les utilisateurs ayant le rôle { $role } ne pourront plus lire tout ce dont le volet de productivité a besoin, sauf par un autre rôle.
chat-effect-one-by-one = Un rôle reçoit plusieurs privilèges à la fois, mais ils ne peuvent lui être retirés qu’un par un : ce qui était une étape pour { $role } est donc annulé en { $count } étapes.
chat-note-consent = Le consentement vaut pour tout le locataire et demeure quand le bouton est rétabli.
chat-global-unknown = Seuls les administrateurs généraux peuvent configurer la chronologie ; les autres sont refusés. Pour savoir si vous en êtes un, connectez-vous à Microsoft Graph, sous « { $where } ».
chat-global-yes = Seuls les administrateurs généraux peuvent configurer la chronologie. Vous en êtes un.
chat-global-no = Seuls les administrateurs généraux peuvent configurer la chronologie, et aucun de vos rôles actifs n’est celui-là : attendez-vous à un refus. Activez d’abord ce rôle, ou demandez à quelqu’un qui l’a.
chat-global-other = Seuls les administrateurs généraux peuvent configurer la chronologie. Vous êtes connecté à Microsoft Graph avec un autre compte, { $account } : on ne sait donc pas si vous en êtes un.
chat-global-unread = Seuls les administrateurs généraux peuvent configurer la chronologie. Le fait que vous en soyez un n’a pas pu être lu. { $why }
chat-plan-fixed = Le paramètre des conversations Teams de cet environnement ne peut pas être modifié.
chat-plan-no-environment = Ici, le paramètre n’a pas de valeur pour l’environnement. Choisissez plutôt des applications.
chat-plan-no-apps = Ici, le paramètre n’a pas de valeur par application. Activez-le pour toutes, ou désactivez-le.
chat-plan-columns = Une colonne choisie ne peut pas être suivie, ou il y en a plus de cinq. Choisissez d’autres colonnes.
chat-plan-no-key-updates = { $what } est une table virtuelle ou sans message Update : elle ne peut pas notifier de mises à jour importantes. Laissez cette option désactivée.
chat-plan-no-privilege = Un privilège dont un rôle a besoin ne peut pas être accordé ici.
chat-plan-managed = { $what } provient d’une solution et n’est pas modifié.
chat-plan-no-place = { $what } n’a pas cet emplacement, contient déjà la page ou n’a pas pu être compris. Relisez.
chat-note = Inclure une note
chat-view = Vue de la note
chat-view-default = Par défaut du produit
chat-join = Rejoindre la conversation
chat-key-updates = Recevoir une notification lors des mises à jour importantes
chat-followed = Colonnes des mises à jour importantes
chat-followed-none = Aucune
chat-auto-name = Nommer automatiquement les conversations
chat-suggestions = Suggestions
chat-ai-introduction = Introduction par l’IA
chat-state = État de la ligne
chat-type-row = Type d’enregistrement
chat-type-listed = Dans la liste
chat-type-unlisted = Absent de la liste
chat-timeline = Synchroniser les conversations Teams avec les enregistrements (version préliminaire)
chat-read-of = Lire sur { $table }
chat-table-app-profile = Profil d’application
chat-table-tab-template = Modèle d’onglet d’application
chat-table-notification-field = Champ de notification
chat-table-notification-template = Modèle de notification
chat-table-pane-tab = Configuration de l’onglet du volet
chat-table-pane-tool = Configuration de l’outil du volet
chat-table-pane = Configuration du volet de productivité
chat-site-map = Plan de site de { $app }
chat-settings-page = Page de paramètres des conversations Teams
chat-page-absent = Absente du plan de site
chat-page-at = { $area }, { $group }
chat-map-page = Avec la page des paramètres { $id } dans { $area } › { $group } : { $url }
chat-map-no-page = Sans la page des paramètres
chat-map-added = Ajouté : { $what } à { $place }
chat-map-removed = Disparu : { $what } de { $place }
chat-map-changed = Modifié : { $what } à { $place }
chat-map-other = Les mêmes entrées, dans un autre ordre ou avec d’autres espaces
chat-map-same = Aucune différence
chat-map-unknown = Un plan de site qui n’a pas pu être compris
chat-profile = Profil { $profile }
chat-profile-absent = Absent
chat-profile-there = Présent
chat-teams-in-pane = Microsoft Teams dans le volet de { $profile }
chat-missing-app = La composition de { $app } n’a pas pu être lue. { $why }
chat-missing-site-map = Le plan de site de { $app } n’a pas pu être lu.
chat-missing-principal = Le nom de l’application du principal de service { $id } n’a pas pu être lu. { $why }
chat-site-map-unknown = Le plan de site n’a pas pu être compris : rien n’y est écrit.
chat-drafts-unread = Ce qui n’est pas encore publié n’a pas pu être lu : rien n’est écrit qui ferait perdre un brouillon. { $why }
chat-needs-sign-in = Nécessite une connexion à Microsoft Graph
chat-consent-needs-sign-in = Non lu ici ; dans Conversations, une connexion à Microsoft Graph avec Directory.Read.All indique qui détient { $permissions }
chat-ready-consent-held = Détenues par une application pour toute l’organisation : { $permissions }. Que ce soit celle de Dynamics 365 n’est pas encore prouvé sur un locataire réel.
chat-ready-consent-none = Aucune application lue n’en détient pour toute l’organisation.
chat-not-read-yet = Pas encore lu
chat-ready-all = Activé pour toutes les applications, y compris celles ajoutées plus tard
chat-ready-selected = { $count ->
    [one] Activé pour { $count } application
   *[other] Activé pour { $count } applications
  }
chat-ready-off = Désactivé pour toutes les applications
chat-ready-never-on = Les conversations Teams n’ont jamais été activées
chat-ready-switch-absent = L’activation des conversations Teams n’a pas pu être établie
chat-ready-switch-absent-evidence = Cet environnement n’a pas ce paramètre ; la page du portail l’indique
chat-ready-switch-unread = Le bouton des conversations Teams n’a pas pu être lu en entier
chat-ready-waiting = { $count ->
    [one] { $count } application attend d’être publiée
   *[other] { $count } applications attendent d’être publiées
  }
chat-ready-types = { $count ->
    [one] Les conversations peuvent être connectées à { $count } type d’enregistrement
   *[other] Les conversations peuvent être connectées à { $count } types d’enregistrement
  }
chat-ready-no-columns = { $type } : les mises à jour importantes sont activées, mais aucune colonne n’est choisie
chat-ready-no-view = { $type } : la vue choisie pour la note n’existe plus
chat-ready-timeline-on = Les conversations Teams sont synchronisées avec les enregistrements
chat-ready-timeline-off = Les conversations Teams ne sont pas synchronisées avec les enregistrements
chat-ready-timeline-alone = La chronologie est synchronisée, mais les conversations Teams sont désactivées
chat-ready-timeline-unread = La chronologie n’a pas pu être lue
chat-ready-consent = { $count ->
    [one] { $count } autorisation sur les données Teams
   *[other] { $count } autorisations sur les données Teams
  }
chat-ready-access = Aucun rôle personnalisé n’a qu’une partie de ce qu’exige le volet de productivité
chat-ready-access-unread = Ce qu’il faut aux rôles pour le volet de productivité n’est pas connu
chat-ready-role-lacks = { $count ->
    [one] Il manque à { $role } { $count } des sept droits Lire du volet de productivité
   *[other] Il manque à { $role } { $count } des sept droits Lire du volet de productivité
  }
chat-ready-pages = { $count } applications personnalisées sur { $all } ont la page de paramètres dans leur plan de site
chat-ready-pages-unread = Les plans de site des applications personnalisées n’ont pas pu être lus en entier
chat-ready-profiles = Profils personnalisés avec Microsoft Teams dans le volet : { $on } ; sans : { $off }
chat-ready-profiles-unclear = Pour certains, on ne peut le dire : les deux façons de lier un volet à un profil se contredisent, aucun onglet n’est reconnu comme Microsoft Teams, ou la lecture a échoué
chat-ready-profiles-unread = Les profils n’ont pas pu être lus en entier
chat-page-title = Paramètres des conversations Teams

## Roles
role-depth-none = Aucun
role-depth-user = Utilisateur
role-depth-business-unit = Division
role-depth-parent-child = Parent : divisions enfants
role-depth-organization = Organisation
role-depth-record-filter = Filtre d’enregistrements

## Dataverse
dataverse-error-signed-out = Vous êtes déconnecté de { $host }. Connectez-vous sur sa page, puis relisez.
dataverse-error-forbidden = Vous n’avez pas le privilège de lire ceci : { $what }. Il manque : { $privilege }. Demandez-le à un administrateur.
dataverse-error-forbidden-unnamed = Vous n’avez pas le privilège de lire ceci : { $what }. Demandez-le à un administrateur.
dataverse-error-not-found = Cet environnement ne l’a pas : { $what }.
dataverse-error-throttled = Le service est occupé et demande d’attendre. Relisez dans quelques minutes.
dataverse-error-refused = Le service a refusé de répondre ({ $status }) : { $what }. Il dit : { $message }
dataverse-error-unexpected = La réponse n’a pas pu être comprise : { $what }. Relisez ; si cela persiste, cet environnement est plus récent que Latchkey.
dataverse-error-page-gone = La page du portail a été fermée ou rechargée. Rouvrez-la, puis relisez.
dataverse-error-too-large = La réponse est plus grande que ce que Latchkey accepte.
dataverse-error-not-sent = La requête n’a pas été envoyée : Latchkey n’interroge que les environnements dont le navigateur le laisse utiliser la page. Ouvrez une page de l’environnement, puis relisez.
dataverse-error-unreachable = Le service n’a pas répondu. Vérifiez la connexion, puis relisez.
dataverse-missing-rows = { $count ->
    [one] { $count } ligne n’a pas pu être lue : { $what }.
   *[other] { $count } lignes n’ont pas pu être lues : { $what }.
  }
dataverse-missing-too-long = La liste est plus longue que ce que Latchkey lit : { $what }.
dataverse-what-batch = plusieurs listes
dataverse-what-who-am-i = qui est connecté
dataverse-what-organization = l’environnement
dataverse-what-own-user = votre utilisateur
dataverse-what-own-privileges = vos privilèges
dataverse-what-privilege = le privilège
dataverse-what-record-types = les types d’enregistrement
dataverse-what-table = le nom d’une table
dataverse-what-settings = les paramètres
dataverse-what-roles = les rôles
dataverse-what-role-privileges = les privilèges des rôles
dataverse-what-users = les utilisateurs
dataverse-what-teams = les équipes
dataverse-what-user-roles = les rôles des utilisateurs
dataverse-what-team-roles = les rôles des équipes
dataverse-what-team-members = les membres des équipes
dataverse-what-app-components = la composition des applications
dataverse-what-app-settings = les paramètres des applications
dataverse-what-apps = les applications
dataverse-what-columns = les colonnes
dataverse-what-message-filters = les tables qui peuvent être suivies
dataverse-what-panes = les volets de productivité
dataverse-what-profiles = les profils
dataverse-what-site-maps = les plans de site
dataverse-what-tables = les tables
dataverse-what-timeline = la chronologie
dataverse-what-views = les vues

# Sign-in with Microsoft Entra ID: what went wrong, and what the admin can do
sign-in-error-no-client = Latchkey n’a pas encore d’application cliente dans ce locataire. Inscrivez-en une, puis saisissez son ID d’application (client) dans les réglages.
sign-in-error-tenant-unknown = L’environnement n’indique pas son locataire ; Latchkey ne peut donc pas se connecter au bon. Ouvrez une page de l’environnement, puis réessayez.
sign-in-error-host = Le navigateur ne laisse pas encore Latchkey accéder à { $host }. Autorisez-le, puis continuez.
sign-in-error-cancelled = La connexion n’est pas allée à son terme et rien n’a été modifié. Si la fenêtre indiquait qu’une approbation de l’administrateur est requise (« Need admin approval »), connectez-vous avec un compte autorisé à consentir, ou demandez à un administrateur d’accorder le consentement administrateur à l’application cliente. AADSTS50011 : l’adresse de redirection de ce navigateur manque à l’inscription. AADSTS700016 : l’ID d’application (client) n’est pas de ce locataire.
sign-in-error-expired = Personne n’est connecté, ou la connexion a expiré. Connectez-vous.
sign-in-error-consent = Vous n’avez pas consenti à ces autorisations. Connectez-vous et acceptez-les ; si vous n’en avez pas le droit, connectez-vous avec un compte qui l’a, ou demandez à un administrateur d’accorder le consentement administrateur à l’application cliente.
sign-in-error-admin-consent = Seul un administrateur peut consentir à ces autorisations ({ $code }). Connectez-vous avec un tel compte, ou demandez le consentement administrateur : Centre d’administration Entra > Inscriptions d’applications > l’application cliente > Autorisations d’API > Accorder un consentement d’administrateur.
sign-in-error-account = Ce compte ne peut pas être utilisé dans ce locataire. Connectez-vous avec un autre.
sign-in-error-account-named = Vous êtes connecté en tant que { $account } et avez choisi un autre compte dans la fenêtre. Choisissez le même, ou oubliez d’abord la connexion dans les réglages.
sign-in-error-tenant = Ce compte est connecté au locataire { $signed-in }, mais l’environnement se trouve dans le locataire { $wanted }. Connectez-vous avec un compte de ce locataire.
sign-in-error-app = Ce locataire ne connaît pas l’application cliente, ou elle y est désactivée. Vérifiez l’ID d’application (client) dans les réglages et l’inscription.
sign-in-error-redirect = L’application cliente n’est pas inscrite avec l’adresse de redirection de ce navigateur, ou pas comme application monopage. Ajoutez l’adresse à cette plateforme.
sign-in-error-policy = Une stratégie ou une affectation manquante n’autorise pas cette connexion ({ $code }). Adressez-vous à un administrateur du locataire.
sign-in-error-offline = { $host } n’a pas répondu. Vérifiez la connexion, puis réessayez.
sign-in-error-page = Entra a refusé la connexion sur une de ses propres pages, que le navigateur a fermée. Le plus souvent, le compte n’appartient pas à ce locataire ou le locataire ne connaît pas l’application cliente : connectez-vous avec un autre compte, ou vérifiez l’ID d’application (client) dans les réglages et l’inscription.
sign-in-error-refused = La connexion a été refusée. Réessayez ; si cela persiste, adressez-vous à un administrateur du locataire.
sign-in-error-refused-code = La connexion a été refusée avec { $code }. Réessayez ; si cela persiste, adressez-vous à un administrateur du locataire.
sign-in-error-unexpected = Ce qui est revenu ne répond pas à cette connexion ; rien n’en a été utilisé. Réessayez.

# What is signed in to, and what each permission is for
sign-in-resource-graph = Microsoft Graph
sign-in-resource-power-platform = PowerApps Service
sign-in-resource-power-platform-api = Power Platform API
sign-in-resource-teams = Skype and Teams Tenant Admin API
sign-in-why-profile = pour montrer qui est connecté
sign-in-why-directory = pour vérifier vos propres rôles et les licences disponibles avant toute planification, et pour lire à quelles applications l’organisation a consenti
sign-in-why-directory-readiness = pour lire vos propres rôles, les licences et qui utilisera l’application
sign-in-why-applications = pour créer l’inscription d’application, son secret et son principal de service
sign-in-why-applications-read = pour lire les inscriptions d’applications et l’expiration de leurs secrets
sign-in-why-policies = pour savoir ce que le locataire autorise pour les secrets d’application
sign-in-why-grants = pour accorder l’autorisation déléguée de l’application pour l’organisation
sign-in-why-users = pour créer l’utilisateur rédacteur de prospects et attribuer des licences
sign-in-why-users-readiness = pour attribuer des licences, et le lieu d’utilisation qu’elles exigent
sign-in-why-power-platform = pour lire les environnements et les stratégies de données, et ajouter l’application à un environnement comme utilisateur d’application
sign-in-why-power-platform-readiness = pour lire les environnements et les stratégies de données, et laisser passer le connecteur Salesforce là où elles le bloquent
sign-in-why-connector-policies = pour lire les stratégies de connecteur avancées
sign-in-why-teams = pour lire les stratégies de Microsoft Teams et activer la transcription

# What a cloud service answered instead of data
cloud-error-signed-out = Vous n’êtes pas, ou plus, connecté à { $host }. Connectez-vous, puis relisez.
cloud-error-denied = Vous ne pouvez pas lire ceci : { $what }. Il faut l’autorisation { $permission }.
cloud-error-denied-role = Vous ne pouvez pas lire ceci : { $what }. Il faut l’autorisation { $permission } et le rôle { $role }, ou un rôle supérieur.
cloud-error-not-found = Ce locataire ne l’a pas : { $what }.
cloud-error-throttled = Le service est occupé et demande d’attendre. Relisez dans quelques minutes.
cloud-error-refused = Le service a refusé de répondre ({ $status } { $code }) : { $what }.
cloud-error-unexpected = La réponse n’a pas pu être comprise : { $what }. Relisez ; si cela persiste, le service est plus récent que Latchkey.
cloud-error-unreachable = { $host } n’a pas répondu. Vérifiez la connexion, puis relisez.
cloud-error-too-large = La réponse dépasse ce que Latchkey accepte.
cloud-error-not-sent = La requête n’a pas été envoyée : le navigateur ne laisse pas Latchkey atteindre ce service, ou la requête ne fait pas partie du plan approuvé. Reconnectez-vous, puis relisez.
graph-what-me = qui est connecté
graph-what-groups = les groupes
graph-what-members = les membres du groupe
graph-what-organization = le locataire
graph-what-roles = les rôles d’annuaire
graph-what-application = l’inscription d’application
graph-what-applications = les inscriptions d’applications
graph-what-owners = les propriétaires de l’inscription d’application
graph-what-service-principal = le principal de service
graph-what-permission-grants = les autorisations accordées
graph-what-user = l’utilisateur
graph-what-users = les utilisateurs
graph-what-licences = les licences
graph-what-app-management-policy = ce que le locataire autorise pour les secrets d’application
power-platform-what-environments = les environnements
power-platform-what-environment = l’environnement
power-platform-what-policies = les stratégies de données
power-platform-what-policy = la stratégie de données
power-platform-what-connector-policies = les stratégies de connecteur avancées
teams-what-meeting-policy = la stratégie de réunion de Teams
teams-what-setup-policies = les stratégies de configuration de Teams

# Sign-in: the notice, and the section in Settings
sign-in-title = Connexion aux services cloud
sign-in-lead = Certaines recettes interrogent Microsoft Graph ou Power Platform. Elles le font en votre nom, avec votre propre application cliente ; les jetons ne restent qu’en mémoire et disparaissent avec le navigateur.
sign-in-asking = Recherche de la personne connectée
sign-in-busy = En attente de la fenêtre de connexion
sign-in-as = Connecté aux services cloud en tant que { $account }
sign-in-needed = Connexion nécessaire
sign-in-asks = { $count ->
    [one] Demande { $count } autorisation
   *[other] Demande { $count } autorisations
  }
sign-in = Se connecter
sign-in-again = Réessayer
sign-in-other = Se connecter avec un autre compte
sign-in-allow = Autoriser { $host }
sign-in-tab = Ouvrir dans un onglet pour se connecter
sign-in-open-settings = Ouvrir les réglages
sign-in-no-client-here = Latchkey n’a pas encore d’application cliente dans ce locataire. Inscrivez-en une comme décrit ci-dessous, puis enregistrez son ID d’application (client) ci-dessus.
sign-in-account = Compte
sign-in-tenant = ID de locataire
sign-in-until = Fin de la connexion
sign-in-tokens = Jetons en mémoire
sign-in-allows = Autorise
sign-in-ends = Expire
sign-in-forget = Oublier la connexion
client-id = ID d’application (client)
client-id-note = De l’inscription d’application décrite ci-dessous. Ce n’est pas un secret.
client-id-wrong = Ce n’est pas un ID d’application : il a la forme 00000000-0000-0000-0000-000000000000.
client-id-saved = Enregistré. Les connexions précédentes sont oubliées.
client-id-emptied = Plus aucune application cliente n’est indiquée. Les connexions précédentes sont oubliées.
client-id-refused = Le navigateur ne l’a pas conservé. Réessayez.
client-id-save = Enregistrer
copy = Copier
copy-named = Copier { $text }
copied = Copié
registration-title = Comment inscrire l’application cliente
registration-lead = Une fois par locataire, dans le Centre d’administration Microsoft Entra. Aucun secret n’est nécessaire.
registration-new = Inscriptions d’applications > Nouvelle inscription. Donnez-lui un nom tel que Latchkey.
registration-accounts = Types de comptes pris en charge : Comptes dans cet annuaire d’organisation uniquement.
registration-platform = URI de redirection : plateforme Application monopage (SPA). Ajoutez l’adresse de chaque navigateur utilisé :
registration-graph = Autorisations d’API > Microsoft Graph > Autorisations déléguées ; seulement celles des recettes utilisées :
registration-power-platform = Autorisations d’API > API utilisées par mon organisation > PowerApps Service > Autorisations déléguées :
registration-consent = Accordez le consentement administrateur, ou acceptez les autorisations à la connexion si votre locataire le permet.
registration-copy = Copiez l’ID d’application (client) de la vue d’ensemble dans le champ ci-dessus.
graph-role-global-administrator = Administrateur général
graph-role-global-reader = Lecteur général
graph-role-application-administrator = Administrateur d’application
graph-role-cloud-application-administrator = Administrateur d’application cloud
graph-role-user-administrator = Administrateur d’utilisateurs
graph-role-license-administrator = Administrateur de licences
graph-role-power-platform-administrator = Administrateur Power Platform
graph-role-teams-administrator = Administrateur Teams
graph-role-dynamics-administrator = Administrateur Dynamics 365

## Interface: the frame
product = Latchkey
skip = Aller au contenu
language = Langue
language-unreadable = Les textes en { $language } n’ont pas pu être lus. Réessayez ; si cela ne suffit pas, réinstallez l’extension.
panel-close = Fermer le volet
signed-in-as = Session de { $name }
list-separator = {", "}
change-to = devient
at-least = ≥ { $count }
nav-overview = Aperçu
nav-disconnect-rights = Décon­nexion
nav-history = Historique
nav-settings = Réglages
target-label = Environnement actif
target-environment = Environnement
target-organization = Organisation
target-tenant = Locataire
target-service = Service
target-page = Page
target-host = Site
target-user = Utilisateur
target-none = Aucun environnement pour l’instant
only-shows = Cet onglet ne fait que montrer
only-shows-why = Il a été ouvert par son adresse et non par Latchkey, comme toute page pourrait le faire. Rien n’est donc enregistré ni modifié d’ici.
only-shows-go = Ouvrir Latchkey dans son propre onglet
organization-none = Aucun environnement n’est ouvert
organization-none-why = La page au premier plan n’appartient à aucun environnement. Ouvrez celui dans lequel Latchkey doit travailler, dans un autre onglet de ce navigateur : allez à son adresse, par exemple contoso.crm4.dynamics.com, ou sélectionnez Ouvrir à côté de lui dans le Centre d’administration Power Platform. Puis regardez de nouveau.
organization-several = Plusieurs environnements sont ouverts
organization-several-why = La page au premier plan n’appartient à aucun d’eux. Choisissez celui dans lequel ce panneau doit travailler ; il y reste jusqu’à sa fermeture.
organization-take-named = Travailler dans { $host }
organization-again = Regarder de nouveau
kind-production = Production
kind-sandbox = Bac à sable
kind-trial = Version d’évaluation
kind-developer = Développeur
kind-unknown = Type inconnu
value-on = Activé
value-off = Désactivé
value-yes = Oui
value-no = Non
value-none = Aucun
value-there = Présent
value-not-there = Absent
value-gone = Disparu
value-as-planned = Comme prévu
value-different = Différent
value-day = { $day }
value-moment = { $day }, { $time } UTC
value-unknown = Inconnu
value-show-all = Tout afficher

## Interface: reading
refresh = Relire
try-again = Réessayer
read-at = { $requests ->
    [one] Lu le { $time } en { $requests } requête
   *[other] Lu le { $time } en { $requests } requêtes
  }
reading-first = Lecture des types d’enregistrement et du privilège
reading-more = Lecture des rôles et des utilisateurs
signed-out-title = Vous êtes déconnecté
no-permission-title = Vous ne pouvez pas lire ceci
other-user = Le portail affiche un autre utilisateur
other-user-why = L’en-tête de la page nomme { $shown }, mais vous êtes connecté au service en tant que { $user }. Les modifications sont faites en tant que { $user } ; un plan s’arrête avant sa première écriture tant que les deux diffèrent.
offline-title = Pas de connexion
error-title = La lecture a échoué
offline-kept = Ce qui a été lu auparavant reste ici, avec son heure.
offline-kept-changes = Ce qui a été lu auparavant reste ici, avec son heure. Vos modifications sont conservées.
unreadable-not-none = C’est inconnu, et non « aucun ».
partial-title = Cette liste n’est pas complète
partial-lower-bound = Les nombres sont des minimums : « au moins ».
interrupted-title = Un plan a été interrompu
interrupted-why = { $steps ->
    [one] Commencé le { $time } ; { $done } étape sur { $steps } est prouvée. Une lecture établit ce qui s’est passé avant toute autre action.
   *[other] Commencé le { $time } ; { $done } étapes sur { $steps } sont prouvées. Une lecture établit ce qui s’est passé avant toute autre action.
  }
interrupted-resume = Lire et continuer
interrupted-undo = Lire et prévoir l’annulation
interrupted-settle = Seulement lire ce qui s’est passé

## Interface: overview
overview-title = Aperçu
overview-ready-of = { $ready } sur { $all } en ordre
overview-unread = Non lu ici : cela se trouve sur la page d’un autre portail.
overview-open-named = Ouvrir { $recipe }
overview-ready = { $count } en ordre
overview-in-plan = Dans le plan
overview-remove = Retirer
overview-fix-named = { $fix } : { $line }
readiness-ready = En ordre
readiness-attention = À vérifier
readiness-blocked = Bloqué
readiness-unknown = Inconnu
unproven = { $count ->
    [one] { $count } point n’est pas encore prouvé
   *[other] { $count } points ne sont pas encore prouvés
  }
overview-legend = Signification des symboles
named = { $name } : { $what }

## Interface: record types
types-title = Par type d’enregistrement
types-caption = Qui peut déconnecter les conversations connectées, par type d’enregistrement
types-record-type = Type d’enre­gis­trement
types-owner = Proprié­taire
types-owner-means = de l’enre­gis­trement
types-connector = Connec­teur
types-connector-means = dernier à l’avoir connectée
types-all = Tous les types
types-all-owner-on = Tous les types : le propriétaire peut déconnecter, activé
types-all-owner-off = Tous les types : le propriétaire peut déconnecter, désactivé
types-all-connector-on = Tous les types : le connecteur peut déconnecter, activé
types-all-connector-off = Tous les types : le connecteur peut déconnecter, désactivé
types-empty = Aucun type d’enregistrement ne peut être connecté à des conversations
types-empty-hint = Ajoutez des types d’enregistrement sur la page de conversation Teams du portail, puis relisez.
switch-owner = { $type } : le propriétaire de l’enregistrement peut déconnecter
switch-connector = { $type } : le connecteur de conversation peut déconnecter
ordinary-title = Ce que cela signifie pour un utilisateur sans rôle doté du privilège
ordinary-means = Par type d’enregistrement, dans quatre situations.
ordinary-caption = Droit d’un utilisateur sans le privilège de déconnecter une conversation, par type d’enregistrement, dans quatre situations
chats-for-all = Les conversations peuvent être connectées à toutes les tables
chats-for-all-why = Un paramètre de cet environnement autorise les conversations sur des tables qui ne sont pas listées ici. Qui peut les y déconnecter est inconnu.
preset-new-organization = Régler comme dans une nouvelle organisation
situation-both = Les deux
situation-owner = Pro­prié­taire
situation-connector = Con­nec­teur
situation-neither = Aucun
situation-both-means = Les deux : propriétaire et dernier à avoir connecté
answer-by-switch = Oui, par un bouton
answer-by-role = Oui, par un rôle
answer-no = Non

## Interface: who is affected
affected-title = Qui est concerné
affected-if = { $changes ->
    [one] si cette modification est appliquée ; rien n’est encore écrit
   *[other] si ces { $changes } modifications sont appliquées ; rien n’est encore écrit
  }
affected-gain = { $count ->
    [one] utilisateur l’obtient par un rôle
   *[other] utilisateurs l’obtiennent par un rôle
  }
affected-lose = { $count ->
    [one] utilisateur le perd par un rôle
   *[other] utilisateurs le perdent par un rôle
  }
affected-hold = { $count ->
    [one] l’a par un rôle
   *[other] l’ont par un rôle
  }
affected-owner = { $type }, propriétaire
affected-connector = { $type }, connecteur
affected-at-most = { $count ->
    [one] au plus { $count } utilisateur
   *[other] au plus { $count } utilisateurs
  }
affected-role = { $role }, privilège
affected-role-users = { $count ->
    [one] { $count } utilisateur
   *[other] { $count } utilisateurs
  }
affected-role-users-unknown = nombre d’utilisateurs inconnu
affected-losing = Perdent le droit :
affected-losing-more = { $count ->
    [one] {" "}et { $count } de plus
   *[other] {" "}et { $count } de plus
  }
affected-gaining = Gagnent le droit :
affected-gaining-more = { $count ->
    [one] {" "}et { $count } de plus
   *[other] {" "}et { $count } de plus
  }

## Interface: ask about a person
ask-title = Cette personne peut-elle déconnecter ?
ask-user = Utilisateur
ask-ordinary = Utilisateur ordinaire
ask-unknown-user = Aucun utilisateur activé ne s’appelle { $name }. Choisissez dans la liste.
ask-owner = Propriétaire de l’enregistrement
ask-owner-not = Quelqu’un d’autre
ask-owner-owner = Cette personne
ask-owner-team = Une équipe de cette personne
ask-connector = A connecté la conversation en dernier
ask-yes-today = Oui aujourd’hui
ask-no-today = Non aujourd’hui
ask-perhaps-today = Inconnu aujourd’hui
ask-yes-after = Oui après ces modifications
ask-no-after = Non après ces modifications
ask-perhaps-after = Inconnu après ces modifications
ask-today = Aujourd’hui :
ask-after = Après :
ask-how = Comment cela est établi
ask-all-rows = Afficher les 8 lignes publiées
fact = Fait
fact-today = Auj.
fact-after = Après
fact-row = Ligne publiée { $row }
fact-derived = Déduit
fact-any = indiff.
fact-owner = Proprié­taire de l’enre­gis­trement
fact-connector = Dernier à avoir connecté
fact-owner-switch = Bouton du propriétaire, { $type }
fact-connector-switch = Bouton du connecteur, { $type }
fact-role = Privilège par un rôle
fact-result = Peut déconnecter
published-caption = Le tableau tel que Microsoft le publie. Son intitulé « dernier à déconnecter » signifie « dernier à connecter ».
published-row = Ligne
published-owner = Proprié­taire
published-connector = Dernier à connecter
published-owner-switch = Bouton proprié­taire
published-connector-switch = Bouton connec­teur
published-role = Rôle
published-result = Peut

## Interface: users and roles
users-title = Utilisateurs
users-complete = { $count ->
    [one] { $count } utilisateur, liste complète
   *[other] { $count } utilisateurs, liste complète
  }
users-at-least = { $count ->
    [one] au moins { $count } utilisateur
   *[other] au moins { $count } utilisateurs
  }
users-search = Rechercher des utilisateurs
users-only-changed = Seulement ceux qui changent
users-caption = Droit de chaque utilisateur de déconnecter une conversation de { $type }, dans quatre situations
users-shown = { $count ->
    [0] Aucun utilisateur ne correspond
   *[other] { $from } à { $to } sur { $count }
  }
users-all = Tout afficher
users-previous = Précédents
users-next = Suivants
users-grant-through-team = { $role }, par l’équipe { $team }
users-left-out = { $count ->
    [one] { $count } utilisateur désactivé ou d’application est exclu.
   *[other] { $count } utilisateurs désactivés ou d’application sont exclus.
  }
roles-title = Rôles dotés du privilège
roles-held = { $count ->
    [one] Détenu par { $count } utilisateur
   *[other] Détenu par { $count } utilisateurs
  }
roles-privilege = Déconnecter la conversation Teams de l’enregistrement Dynamics 365
roles-no-privilege = Cet environnement n’a pas ce privilège : seuls les boutons tranchent.
roles-others = { $count ->
    [one] { $count } rôle sans le privilège
   *[other] { $count } rôles sans le privilège
  }
roles-others-caption = Rôles sans le privilège
roles-search = Rechercher des rôles
roles-shown = { $count ->
    [0] Aucun rôle ne correspond
   *[other] { $from } à { $to } sur { $count }
  }
roles-role = Rôle
roles-granted = Accordé
roles-users = Utilisa­teurs
role-default = Par défaut
role-default-removed = Par défaut, retiré
role-added = Ajouté ici
role-fixed = non modifiable
switch-role = { $role } détient le privilège
export-title = Enregistrer ce qui a été lu
export-view = Que faut-il enregistrer en CSV ?
export-csv = Enregistrer en CSV
export-json = Tout enregistrer en JSON

## Interface: the bar and the plan
bar-summary = { $changes ->
    [one] { $changes } modification
   *[other] { $changes } modifications
  } · { $requests ->
    [one] au moins { $requests } requête
   *[other] au moins { $requests } requêtes
  }
bar-people = { $gain ->
    [one] { $gain } utilisateur l’obtient
   *[other] { $gain } utilisateurs l’obtiennent
  }, { $lose ->
    [one] { $lose } le perd par un rôle
   *[other] { $lose } le perdent par un rôle
  }
bar-nothing-written = Rien n’est encore écrit
bar-no-plan = Pas encore de plan
bar-incomplete = Vérifier est inactif tant qu’une liste nécessaire au plan est incomplète
bar-still-reading = Vérifier est inactif tant que les rôles et les utilisateurs ne sont pas lus
bar-discard = Abandonner
bar-review = Vérifier
plan-summary = { $changes ->
    [one] { $changes } étape
   *[other] { $changes } étapes
  } · { $requests ->
    [one] au moins { $requests } requête
   *[other] au moins { $requests } requêtes
  }
plan-save = Enregistrer le plan
plan-target-at = Cible de ce plan : { $host }
plan-sealed = Établi le { $time }, pour cette cible seulement. Avant toute écriture, { $reads ->
    [one] { $reads } des requêtes vérifie
   *[other] { $reads } des requêtes vérifient
  } que l’emplacement et l’utilisateur sont restés les mêmes ; toute différence arrête le plan.
plan-notes = Ce que cela signifie
plan-steps = Étapes
plan-refused = Le plan n’a pas été lancé
plan-gate-production = Ce plan écrit en production. Tapez { $name } pour appliquer.
plan-gate-unknown = Le type de cet environnement est inconnu : il compte comme production. Tapez { $name } pour appliquer.
plan-gate-page = Rien n’indique si { $name } est en production, il compte donc comme tel. Saisissez son nom pour appliquer.
plan-gate-several = Tapez { $name } pour appliquer. Ce nom désigne :
plan-gate-others = Sont aussi modifiés :
plan-gate-tenant = Ce plan écrit dans tout le locataire. Tapez { $name } pour appliquer.
plan-name-matches = Concorde
plan-name-differs = Ne concorde pas encore
plan-outside = Ce plan est venu avec l’adresse de cet onglet et non de Latchkey. Il est seulement affiché ici.
plan-remake = Ouvrir ce plan pour l’appliquer
plan-apply = { $changes ->
    [one] Appliquer { $changes } étape
   *[other] Appliquer { $changes } étapes
  }
plan-cancel = Annuler
risk-reversible = Réversible
risk-disruptive = Perturbateur
risk-irreversible = Pas entièrement réversible
risk-one-way = Irréversible
risk-unsaved = Ne dure pas en soi
kind-api = { $requests ->
    [one] API, { $requests } requête
   *[other] API, { $requests } requêtes
  }
kind-page = { $requests ->
    [one] Dans la page, { $requests } lecture ou clic
   *[other] Dans la page, { $requests } lectures et clics
  }
kind-guide = { $requests ->
    [one] À vous, avec guide, { $requests } requête
   *[other] À vous, avec guide, { $requests } requêtes
  }
kind-read = { $requests ->
    [one] Lecture seule, { $requests } requête
   *[other] Lecture seule, { $requests } requêtes
  }
kind-await = { $requests ->
    [one] Latchkey attend et vérifie, { $requests } requête
   *[other] Latchkey attend et vérifie, { $requests } requêtes
  }
step-request = Requête
step-control = Ce qui est cliqué
step-no-conditional-write = Le service ne peut pas verrouiller ceci pendant la modification : lecture juste avant et juste après.
step-not-repeatable = Non répétable : si la réponse se perd, une lecture établit ce qui s’est passé ; jamais deux envois.
start-newer-version = Ce plan a été écrit par un Latchkey plus récent. Mettez à jour, puis vérifiez-le de nouveau.
start-not-approved = Le plan n’est pas celui qui a été affiché. Vérifiez-le de nouveau.
start-name-not-typed = { $name } doit être tapé avant toute écriture.
start-empty = Le plan n’a aucune étape.
start-malformed = Le plan est incohérent et n’a pas été lancé : { $detail }

## Interface: a run
run-title = Application en cours
run-title-paused = En pause
run-title-asking = En attente de votre décision
run-title-stopped = Arrêté
run-title-ended = Terminé
run-title-done = Fait et prouvé
run-return = Revenir à l’exécution
run-comes-first = Une exécution est en cours ou vous attend : menez-la d’abord à son terme.
run-summary = { $done } sur { $steps } fait · { $requests ->
    [one] { $requests } requête
   *[other] { $requests } requêtes
  }
run-progress = Progression du plan
run-locking = La cible est revérifiée avant toute écriture.
run-running = Une écriture à la fois. Vous pouvez quitter cette vue ; après une panne, le plan reprend depuis le journal.
run-paused = Rien n’est envoyé avant la reprise.
run-throttled = Le service a demandé une pause
run-throttled-why = Trop de requêtes en peu de temps. Rien n’a été écrit pendant ce temps.
run-next-try = Prochain essai dans
run-waiting = Cette étape est à vous
run-press = La page n’a pas pris en compte le clic de Latchkey. Cliquez-y vous-même sur l’élément mis en évidence ; Latchkey continue dès qu’il le voit.
run-press-named = La page n’a pas pris en compte le clic de Latchkey. Cliquez-y vous-même sur « { $control } » ; Latchkey continue dès qu’il le voit.
run-not-seen = Pas encore visible. Latchkey continue de chercher ceci :
run-not-seen-value = { $what } : attendu { $wanted }, actuellement { $now }
run-open-page = Ouvrir { $host }
run-admin-done = C’est fait
run-held = Rien n’est envoyé avant que vous ne continuiez ; la cible est alors d’abord revérifiée.
run-go-on = Continuer
run-stopped = Arrêté avant toute autre écriture
acting-covered = Quelque chose sur la page recouvre Latchkey : rien n’a été fait. Dégagez-le, puis appuyez de nouveau.
run-done = Tout se relit comme prévu
run-done-why = Chaque étape a été relue auprès du service.
run-page-stale = Les pages du portail déjà ouvertes montrent encore ce qu’elles avaient chargé. Actualisez-les avant d’y enregistrer quoi que ce soit : enregistrer une ancienne page peut écraser ce qui a été appliqué.
run-show-refresh = Montrer où actualiser
run-ended = Tout n’a pas été fait
run-ended-why = Ce qui est fait reste tant que ce n’est pas annulé ; le reste n’a pas commencé.
run-ended-nothing = Rien de ce qui a été fait ne demeure ; le reste n’a pas commencé.
run-ended-unsettled = Quelque chose a été envoyé, ou était à votre charge, dont aucune lecture n’a montré l’issue : cela peut encore prendre effet. Faites lire ce qui s’est passé ; ce qui dure pourra alors être annulé.
run-back-all = Tout ce qui dure peut être annulé, ici ou plus tard dans Historique.
run-back-some = { $of ->
    [one] Cela peut être annulé, ici ou plus tard dans Historique, mais pas entièrement :
   *[other] { $back } modifications sur { $of } peuvent être annulées, ici ou plus tard dans Historique. Quoi que vous annuliez, ceci reste :
  }
run-back-none = Rien de cela ne peut être annulé d’ici :
run-back-nothing = Rien de durable n’a été modifié : il n’y a donc rien à annuler.
run-stays = { $step } : pas entièrement
run-stays-why = { $step } : { $why }
run-watching = Un autre volet applique ce plan
run-watching-why = Ce volet montre seulement le déroulement. Pause, arrêt et annulation se font là où il a été lancé.
run-journalled = Chaque étape est dans le journal avant d’être envoyée.
run-pause = Pause
run-resume = Reprendre
run-cancel = Arrêter
run-undo = Annuler
run-undo-hint = L’annulation ne rétablit que ce que personne n’a modifié depuis.
run-evidence = Enregistrer la preuve
run-close = Fermer
asking-title = Non fait : { $step }
asking-why = Les étapes qui en dépendent sont laissées de côté. Comment continuer ?
asking-open = Décider
asking-go-on = Continuer sans elle
asking-retry = Réessayer
asking-look = Regarder de nouveau
asking-undo = Arrêter et prévoir l’annulation
asking-leave = Arrêter ici
state-waiting = En attente
state-checking = Vérification
state-writing = Écriture
state-yours = À vous de jouer
state-proving = En attente d’une lecture qui le montre
state-done = Fait
state-not-yet-shown = Pas encore visible
state-conflict = Modifié par quelqu’un d’autre
state-failed = Échec
state-skipped = Non exécuté
state-unsaved = Non enregistré
step-proving = { $tries ->
    [0] Écrit ; relecture.
    [one] Écrit ; { $tries } lecture ne l’a pas encore montré.
   *[other] Écrit ; { $tries } lectures ne l’ont pas encore montré.
  }
step-proved = Prouvé le { $time }.
step-already = Déjà ainsi le { $time } ; rien n’a été écrit.
step-read = Lu le { $time }.
step-looking = { $tries ->
    [0] Vérification de sa présence.
    [one] Pas encore là ({ $tries } vérification).
   *[other] Pas encore là ({ $tries } vérifications).
  }
step-held = C’est bien le cas ; vérifié le { $time }.
step-not-there = Pas encore là à la dernière vérification, le { $time }. Ce qui a été lancé est peut-être encore en cours.
step-unsettled = On ne sait pas encore ce qu’il en est advenu : cela peut encore être exécuté. Regardez de nouveau dans quelques minutes.
step-read-back = { $label } : { $value }.
step-not-yet-shown = Écrit et accepté, mais pas visible à la dernière lecture, le { $time }.
step-by-hand-not-shown = C’était à vous de le faire. Rien n’était visible à la dernière lecture, le { $time } ; si vous l’avez fait, cela peut encore prendre effet.
step-conflict = Quelqu’un l’a modifié après l’établissement de ce plan. Rien n’a été écrasé.
step-skipped = Non exécuté.
step-taken-back = Annulé depuis.
step-unsaved = Non enregistré : Enregistrer n’a pas été cliqué ensuite. Cela disparaît avec la page, à moins que quelqu’un ne l’y enregistre.
conflict-caption = Ce que le plan attendait, ce qui est là, ce que le plan veut
conflict-what = Quoi
conflict-planned-from = Prévu depuis
conflict-now = Maintenant
conflict-wanted = Voulu

## Interface: history
history-title = Historique
history-lead = Tous les plans appliqués depuis ce navigateur : les 50 derniers, ou 5 Mo.
history-runs = Applications
history-refused = L’annulation n’est pas possible
history-unreadable = L’historique n’a pas pu être lu
history-empty = Rien n’a encore été appliqué
history-empty-hint = Chaque plan appliqué est conservé ici avec sa preuve et son retour.
history-unreadable-runs = { $count ->
    [one] { $count } application est illisible pour cette version. Elle est conservée.
   *[other] { $count } applications sont illisibles pour cette version. Elles sont conservées.
  }
history-keep = Conserver ou oublier
history-export = Enregistrer l’historique
history-clear = Effacer
history-clear-title = Effacer l’historique ?
history-clear-why = Les applications terminées sont oubliées, et avec elles leur annulation. Celles qui ne sont pas terminées restent.
history-clear-keep = Conserver
history-clear-confirm = Effacer
history-undo = Prévoir l’annulation
history-requests = Requêtes
history-digest = Empreinte du plan
standing-interrupted = Interrompu
standing-unsettled = Non établi
standing-undo = Annulation possible
standing-undo-part = Annulation { $steps } sur { $of }
standing-undone = Annulé
standing-no-way-back = Sans retour
standing-nothing-changed = Rien de modifié
undo-not-over = L’application n’est pas terminée. Lisez d’abord ce qui s’est passé.
undo-unsettled = Le sort de certaines étapes est inconnu. Lisez d’abord ce qui s’est passé.
undo-nothing-changed = L’application n’a rien modifié.
undo-already-undone = L’application a déjà été annulée.
undo-no-way-back = Rien de ce qui a été modifié n’a de retour.
undo-run-gone = Cette application n’est plus dans l’historique.

## Interface: what only the admin has, and secrets shown once
slots-title = Ce que vous seul détenez
slots-why = Cela reste dans la mémoire de ce volet jusqu’à la fin de l’exécution et n’est consigné nulle part.
slots-given = Prêt pour cette exécution
slots-show = Afficher
slots-show-named = Afficher : { $what }
slots-hide = Masquer
slots-hide-named = Masquer : { $what }
slots-file = { $what } : { $name }
slots-file-reading = Lecture du fichier
slots-file-unreadable = Le fichier n’a pas pu être lu. Choisissez-le de nouveau.
slots-give = Remettre
run-lacking = Il manque un élément que vous seul détenez
run-lacking-why = Aucune autre étape ne commence sans lui.
secret-ready = { $what } : affiché uniquement ici
secret-hand-over = { $what } : conservez-le maintenant
secret-why = Il ne sera plus jamais affiché. Si l’exécution est interrompue avant que vous l’ayez conservé, il est supprimé et un nouveau est créé.
secret-undelivered = { $what } : créé, mais personne ne l’a
secret-undelivered-open = Il a été créé, n’est pas arrivé à destination et n’est conservé nulle part. Dans Historique, « Lire et continuer » le supprime et en crée un nouveau.
secret-undelivered-over = Il a été créé, n’est pas arrivé à destination et n’est conservé nulle part. Annuler le supprime.
secret-show = Afficher
secret-copy = Copier
secret-copied = Copié
secret-not-copied = Non copié. Sélectionnez-le et copiez-le vous-même.
secret-stored = Je l’ai conservé
secret-gone = Il n’est plus en mémoire.
secret-renewed = Si l’exécution est interrompue avant la remise du secret, il est supprimé et un nouveau est créé :
found-title = Trouvé pendant cette exécution
found-copy = Copier { $what }
step-percent = { $percent } % effectués

## Interface: settings
settings-title = Réglages
permissions-title = Ce que le navigateur permet à Latchkey
permissions-lead = Chaque hôte et autorisation détenus. Ce qui peut être retiré est redemandé en cas de besoin.
permissions-reading = Lecture des autorisations
permission = Hôte ou autorisation
permission-standing = Statut
permission-required = Nécessaire
permission-hosts = { $count ->
    [one] { $count } adresse d’organisations Dynamics 365
   *[other] { $count } adresses d’organisations Dynamics 365
  }
permission-remove = Retirer
permission-remove-named = Retirer { $permission }
permission-kept = { $permission } n’a pas pu être retiré
privacy-title = Ce qui est conservé
privacy-text = Les plans et leur preuve restent dans ce navigateur. Aucun mot de passe, jeton ou secret n’est conservé, et rien n’est envoyé ailleurs qu’à vos propres services.

## Blueprint: a file that is opened
blueprint-too-large = Ce fichier est plus grand qu’un modèle ne l’est jamais : il n’a pas été ouvert.
blueprint-another-file = Ce fichier n’est pas un modèle de conversation Teams. Choisissez un fichier que Latchkey a enregistré comme tel.
blueprint-newer = Ce modèle a été écrit par un Latchkey plus récent. Mettez à jour, puis ouvrez-le de nouveau.
blueprint-twice = Ce modèle indique { $place } deux fois, et rien ne dit laquelle compte : rien n’en a été repris. Gardez-en une, puis rouvrez-le.
blueprint-no-apps = Dans ce modèle, « apps » est une liste vide. Écrivez "off" pour aucune application, ou supprimez « apps » pour ne rien changer, puis rouvrez-le.
blueprint-not-understood = Ce modèle n’est pas compris à l’endroit { $place } : rien n’en a été repris. Corrigez cet endroit dans le fichier, ou enregistrez de nouveau le modèle.

## Plan engine
run-answer-absent = le service dit que cette ligne n’existe pas
run-answer-malformed = la réponse n’a pas pu être comprise
run-answer-too-large = la réponse dépasse { $limit } octets
run-guard-unreadable = La lecture avant écriture a échoué, donc rien n’a été écrit : { $why }.
run-page-anew = { $name } a été rechargé entre-temps et n’est pas là où cette étape en a besoin : { $why }. Rien n’a été écrit. Rouvrez-y ce que les étapes précédentes avaient ouvert, puis réessayez.
run-proof-unreadable = C’est écrit, mais n’a pas pu être relu : { $why }.
run-journal-full = Le navigateur n’a pas la place pour le journal de ce plan. Effacez l’historique, puis réessayez.
run-journal-unreachable = Le journal est inaccessible, donc rien n’est écrit. Rechargez l’extension, puis réessayez.
run-keeps-changing = Quelqu’un ne cesse de modifier ceci. Réessayez plus tard.
run-lease-held = Un autre volet applique un plan sur cet environnement.
run-lock-mismatch = { $target } n’est pas la cible de ce plan. Différent maintenant : { $what }.
run-lock-unreadable = { $target } n’a pas pu être vérifié ({ $what }) : { $why }.
run-no-etag = Le service n’a pas indiqué la version de cette ligne : une écriture sûre est impossible.
run-not-carried-out = Rien n’en subsiste : la lecture donne l’état d’avant.
run-not-sent = non envoyé : { $reason }
run-outcome-unknown = L’exécution n’a pas pu être établie. Relisez avant de décider.
run-rested = L’exécution s’est arrêtée un moment entre ce qu’elle a saisi et cette étape, qui enregistre la page telle qu’elle est maintenant : y compris ce que quelqu’un y a modifié entre-temps. Rien n’a été actionné. Regardez la page ; si rien d’autre n’y a été modifié, réessayez et Latchkey enregistre.
run-page-gone = la page du portail a été fermée ou rechargée
run-no-page = aucun onglet n’affiche { $host } : ouvrez-le et connectez-vous
run-many-pages = plusieurs onglets ou cadres affichent { $host } : fermez tous sauf celui qui est visé
run-tab-gone = l’onglet où cette exécution a travaillé n’affiche plus { $host }, et un autre pourrait être celui d’un autre locataire : terminez l’exécution, relisez et créez un nouveau plan
run-page-closed = Plus aucun onglet n’affiche { $name } ({ $host }). Rouvrez cette page, puis continuez.
run-sales-closed = Plus aucun onglet n’affiche l’application Sales dans Outlook ou Teams. Rouvrez-la là avec ses paramètres, puis continuez.
run-portal-setup = la page de l’application dans la Configuration de Salesforce
run-page-unreadable = { $name } n’affiche pas ce qu’il faut : { $why }. Ouvrez-y la bonne page, puis continuez.
run-not-found = l’élément nécessaire est introuvable sur la page
run-not-found-named = « { $control } » est introuvable sur la page
run-refused = Le service a refusé ({ $status } { $code }) : { $message }
run-refused-business-unit = Le service a refusé : c’est la copie du rôle d’une division. Seule la copie racine peut être modifiée.
run-refused-directory = L’annuaire a refusé : il vous manque le rôle requis (par exemple Administrateur d’application pour les applications, Administrateur d’utilisateurs pour les utilisateurs et les licences), ou il manque l’autorisation à Latchkey. Demandez le rôle, ou reconnectez-vous et donnez votre consentement. Réponse : { $message }
run-refused-forbidden = Le service a refusé : { $message }
run-refused-grant = Le service a refusé : vous ne pouvez pas accorder un privilège que vous n’avez pas. Il manque : { $privileges }
run-refused-privilege = Le service a refusé : il vous manque { $privileges }. Demandez à un administrateur.
run-service-error = le service a échoué ({ $status })
run-signed-out = Vous êtes déconnecté. Connectez-vous sur la page du portail, puis continuez.
run-unreachable = pas de réponse de { $host }
undo-plan = Annuler « { $plan } »
undo-step = Annuler « { $step } »
undo-reason = { $count ->
    [0] Comme c’était avant.
    [one] Avant l’exécution, { $what } était « { $was } ».
   *[other] Comme ces { $count } paramètres étaient avant l’exécution.
  }
undo-left-changed-since = Laissé tel quel, car modifié depuis : { $step }
undo-left-no-way-back = Laissé tel quel : { $step }. { $why }
undo-left-not-shown = Laissé tel quel, car jamais visible : { $step }
undo-left-row-unknown = Laissé tel quel, car la ligne créée par le service n’a pas été montrée : { $step }
undo-reason-partly = L’état d’avant ne peut pas être rétabli. Ensuite : { $left }.
undo-partly-again = Ce qui en est resté n’est pas rétabli d’ici : établissez un nouveau plan pour cela.
undo-awaited-again = Pour l’avoir de nouveau, établissez un nouveau plan dans sa propre vue : d’autres étapes l’avaient amené, et elles ne sont pas refaites d’ici.
run-slot-unknown = { $slot } n’a pas été communiqué, et cette étape en a besoin. Vérifiez dans le portail, puis réessayez.
run-slot-odd = { $slot } : le service a communiqué une valeur qui n’est pas un identifiant de ce type ; elle n’est donc pas utilisée. Vérifiez dans le portail, puis réessayez.
run-secret-lost = Le secret a été perdu avant d’être remis. Ce qui a été créé avec lui existe toujours ; Annuler le supprime.
run-secret-not-told = Le service a créé un secret sans le communiquer, deux fois de suite. Annuler supprime ce qui a été créé.
run-page-says = La page indique : { $message }
run-service-gave-up = Le service a abandonné : { $message }
run-answer-disagrees = Le service a lu, dans ce qui lui a été envoyé, autre chose que ce que vous avez approuvé ; rien de plus n’en a été fait. Relisez, puis réexaminez le plan.
slot-refused-not-asked = Rien n’est demandé pour { $slot }.
slot-refused-empty = Ce champ est vide.
slot-refused-plus = Elle contient un +, que Bright Pattern n’accepte pas. Créez une autre clé secrète client, jusqu’à ce qu’elle n’en contienne pas.
slot-refused-id = C’est un identifiant, par exemple celui de la clé secrète, affiché à côté d’elle dans le portail. Saisissez la valeur de la clé secrète client.
slot-refused-space = Elle contient un espace. Saisissez uniquement la clé secrète client.
slot-refused-password = Ce mot de passe n’est pas accepté : { $why }.
slot-refused-other-file = Ce n’est pas le fichier avec lequel le plan a été établi, { $name } : son contenu est différent.

## The Teams chat view
nav-teams-chat = Conver­sations
nav-bright-pattern = Bright Pattern
chat-subtitle = Où les agents conversent dans Teams depuis Dynamics 365, sur quels enregistrements, et ce qu’ils partagent
chat-sections = Sections de cette vue
chat-reading = Lecture des applications, des paramètres et des types d’enregistrement
chat-reading-part = Lecture en cours
chat-show-me = Le montrer sur la page
chat-show-scope = Montrer le choix des applications sur la page
chat-show-profiles = Montrer l’accès aux profils sur la page
chat-shown = Encadré sur la page.
chat-not-shown = Introuvable sur la page à côté de ce panneau. Ouvrez Collaboration, Conversation instantanée intégrée à l’aide de Teams, Gérer, puis réessayez.
chat-not-here = Absent de cette génération
chat-on-title = Activation et portée
chat-scope-all = Activer pour toutes les applications Dynamics 365
chat-scope-selected = Activer pour les applications Dynamics 365 sélectionnées
chat-scope-off = Désactivé
chat-scope-all-means = Les applications ajoutées plus tard auront aussi les conversations Teams. Votre sélection d’applications est gardée, si vous voulez y revenir.
chat-layer-on = Valeur propre de l’environnement : Activé
chat-layer-off = Valeur propre de l’environnement : Désactivé
chat-layer-unset-on = L’environnement n’a pas de valeur propre : le produit est activé par défaut
chat-layer-unset-off = L’environnement n’a pas de valeur propre : le produit est désactivé par défaut
chat-apps-caption = Applications, leur valeur propre et ce qui y vaut
chat-app = Application
chat-app-own = Valeur propre
chat-app-effective = En vigueur
chat-app-default = Activé par défaut
chat-from-app = de l’application
chat-from-environment = de l’environnement
chat-from-default = du produit
chat-publish = Publier cette application avec le plan
chat-page-leave = Laisser le bouton de la page tel quel
chat-page-on = Activer le bouton de la page
chat-page-off = Désactiver le bouton de la page
chat-consent-title = Ce que l’application peut faire des données Teams
chat-consent-means = Un administrateur général consent à ces cinq autorisations Microsoft Graph à la première activation. L’application qui les détient n’est pas publiée.
chat-consent-chats = Lit les conversations et les messages récents de l’utilisateur, pour la liste des conversations
chat-consent-directory = Lit les noms des équipes et des canaux de l’utilisateur
chat-consent-presence = Lit la présence de tous, pour les avatars de la liste des conversations
chat-consent-users = Lit les noms complets et les licences, pour ne suggérer que des personnes disposant d’une licence Teams
chat-consent-photos = Lit les photos des utilisateurs
chat-consent-unread = Si quelqu’un la détient n’a pas pu être lu
chat-consent-held = Consentie pour toute l’organisation ; détenue par :
chat-consent-not-among = Aucune des applications lues ne la détient ; toutes n’ont pas pu être lues
chat-consent-none = Aucune application ne la détient pour toute l’organisation
chat-available-title = Où les conversations Teams sont disponibles
chat-product = Produit
chat-product-embedded = Dynamics 365 Contact Center, intégré
chat-product-standalone = Dynamics 365 Contact Center, autonome
chat-product-service = Dynamics 365 Customer Service
chat-available-apps = Les agents conversent dans Customer Service Hub, Customer Service workspace, Contact Center workspace et les applications personnalisées, ainsi que dans Field Service et Sales. Ils démarrent une conversation, ou en connectent une, sans quitter l’application.
chat-available-default = Les conversations Teams sont activées par défaut dans les deux espaces de travail et dans Customer Service Hub ; ailleurs, quelqu’un les active.
chat-types-title = Types d’enregistrement
chat-types-means = Des conversations peuvent être connectées aux enregistrements de ces types. Ouvrez-en un pour le modifier.
chat-types-legend = Signification des en-têtes
chat-row-view = Vue de la note : { $view }
chat-types-inactive = { $count ->
    [one] { $count } autre est inactif et n’est pas affiché.
   *[other] { $count } autres sont inactifs et ne sont pas affichés.
  }
chat-head-note = Note
chat-head-owner = Proprié­taire
chat-head-connector = Connec­teur
chat-head-join = Rejoin­dre
chat-head-updates = Mises à jour
chat-type-new = À ajouter
chat-type-going = À supprimer
chat-type-forget = Ne pas ajouter
chat-type-forget-named = Ne pas ajouter { $type }
chat-type-keep = Conserver
chat-type-keep-named = Conserver { $type }
chat-type-remove = Supprimer le type d’enregistrement
chat-type-remove-named = Supprimer le type d’enregistrement : { $type }
chat-type-managed = Ce type d’enregistrement a été installé avec une solution : le retirer ici le rend inactif sans le supprimer.
chat-switch-of = { $type } : { $switch }
chat-note-means = Quand une conversation est connectée, une note y indique de quoi traite l’enregistrement. Désactivé, une nouvelle conversation commence sans cette note.
chat-view-of = { $type } : vue de la note
chat-view-case = Par défaut : Message d’introduction de cas
chat-view-quick-find = Par défaut : Recherche rapide
chat-view-undocumented = Par défaut : la vue utilisée par la note n’est pas documentée pour cette table
chat-view-unknown = Une vue introuvable
chat-card-title = Carte de contexte : { $view }
chat-card-unknown = Les colonnes que la carte aura n’ont pas pu être déterminées.
chat-card-beyond = { $count ->
    [one] La carte prend les { $most } premières colonnes ; { $count } autre n’y figure pas.
   *[other] La carte prend les { $most } premières colonnes ; { $count } autres n’y figurent pas.
  }
chat-card-secured = La sécurité des colonnes n’est pas vérifiée dans une conversation : tous les participants verront
chat-card-maybe-secured = On ne sait pas si la sécurité des colonnes protège celles-ci ; si oui, tous les participants verront quand même
chat-card-static = Les valeurs sont copiées à la connexion de la conversation, telles que l’agent peut les voir, avec un lien vers l’enregistrement. Ceci est un aperçu.
chat-card-hidden = Que les colonnes masquées de la vue ne comptent pas n’est pas encore prouvé sur un locataire réel.
chat-card-left-out = Une colonne non prise en charge est omise, et aucune ne prend sa place.
chat-card-not-supported = Non prise en charge
chat-card-doubt-type = Peut être omise : son type n’a pas de texte simple
chat-card-doubt-table = Peut être omise : elle appartient à une autre table
chat-card-doubt-unknown = Peut être omise : rien n’a pu être lu à son sujet
chat-join-means = Qui peut modifier l’enregistrement peut voir ses conversations connectées et les rejoindre, même sans y avoir participé. Les conversations non connectées ne peuvent pas être rejointes ainsi. Activé par défaut pour Incident seulement.
chat-join-use = Utile lorsqu’un incident change de mains, et lorsqu’un expert intervient.
chat-owner-means = Les propriétaires d’un enregistrement peuvent déconnecter toute conversation qui y est connectée.
chat-connector-means = Qui a connecté une conversation à un enregistrement peut la déconnecter.
chat-to-disconnect = Droits de déconnexion : qui cela concerne, et ce que les rôles ajoutent
chat-updates-means = Tous les participants d’une conversation connectée sont avertis lorsqu’une des colonnes choisies change.
chat-updates-virtual = Les tables virtuelles n’ont pas de mises à jour importantes.
chat-updates-no-message = Cette table n’a pas de message Update, donc pas de mises à jour importantes.
chat-updates-unread = Impossible de lire si cette table peut avoir des mises à jour importantes.
chat-followed-count = { $count } colonne(s) choisie(s) sur { $most } au plus
chat-followed-unknown = La liste de ce type d’enregistrement n’a pas été comprise ; choisir des colonnes la remplace.
chat-followed-both = Les listes de cet environnement sont écrites de deux façons ; plus d’une colonne n’est donc pas écrite ici. Utilisez la page du portail.
chat-columns-search = Rechercher une colonne
chat-columns-more = { $count ->
    [one] { $count } autre colonne : recherchez-la par son nom.
   *[other] { $count } autres colonnes : recherchez-les par leur nom.
  }
chat-column-suggested = Suggérée
chat-column-full = Cinq sont choisies : retirez-en une d’abord
chat-column-images = Les images du texte ne sont pas entièrement affichées
chat-column-maybe = Un très grand nombre entier : on ne sait pas si les mises à jour clés l’acceptent
chat-column-party-list = Non prise en charge : une liste de participants
chat-column-image = Non prise en charge : une image
chat-column-integer = Non prise en charge : un nombre entier
chat-column-file = Non prise en charge : un fichier
chat-column-unreadable = Illisible, elle ne peut donc pas être suivie
chat-column-mirror = Ne fait que répéter une autre colonne
chat-column-unknown = Son type n’est pas indiqué ; elle peut ne pas être prise en charge
chat-add = Ajouter des types d’enregistrement
chat-add-close = Fermer la liste des tables
chat-add-this = Ajouter
chat-add-named = Ajouter { $table }
chat-tables-search = Rechercher une table
chat-tables-more = { $count ->
    [one] { $count } autre table : recherchez-la par son nom.
   *[other] { $count } autres tables : recherchez-les par leur nom.
  }
chat-add-starts = Un nouveau type d’enregistrement commence avec les deux boutons de déconnexion activés ; note, Rejoindre la conversation et mises à jour importantes sont désactivées, sauf pour Incident.
chat-add-there = Déjà un type d’enregistrement.
chat-add-links = Relie seulement deux tables : personne n’ouvre de ligne de celle-ci.
chat-add-private = La plateforme se réserve cette table.
chat-add-no-id = L’identifiant de la table n’a pas pu être lu : aucun type d’enregistrement ne peut en être fait.
chat-add-no-owner = Ses enregistrements n’ont pas de propriétaire : le bouton du propriétaire n’aidera personne.
chat-timeline-title = Chronologie
chat-preview = Version préliminaire
chat-timeline-means = Une conversation connectée apparaît dans la chronologie : qui l’a connectée et quand, qui a écrit en dernier et quand. Des activités de conversation sont alors gardées dans Dataverse.
chat-timeline-open = Dans les applications multisessions, Ouvrir la conversation exige Microsoft Teams dans le volet de productivité du profil de l’utilisateur : voir Profils multisessions.
chat-timeline-owner = Un nouveau propriétaire de l’enregistrement y voit la conversation et, si Rejoindre la conversation est activé, peut la rejoindre aussitôt et la lire en entier.
chat-profiles-title = Profils multisessions
chat-profiles-means = Avec le profil par défaut, chacun a les conversations Teams et rien n’est à faire. Pour certains utilisateurs seulement, créez un profil à partir du profil par défaut, activez Microsoft Teams dans son volet de productivité et ajoutez ces utilisateurs.
chat-profiles-none = Il n’y a aucun profil ici.
chat-profile-name = Profil
chat-profile-reach = Atteint
chat-profile-teams = Teams dans le volet
chat-profile-default = Fourni avec le produit, non modifiable
chat-profile-users = { $count ->
    [one] { $count } utilisateur directement
   *[other] { $count } utilisateurs directement
  }
chat-profile-roles = { $count ->
    [one] { $count } rôle
   *[other] { $count } rôles
  }
chat-profile-guided = Vous le créez, guidé
chat-profile-new = Nom d’un nouveau profil
chat-profile-add = Ajouter au plan
chat-profile-steps = Sur la page du profil, vous ajoutez des utilisateurs, un modèle de session d’entité, la boîte de réception, les fonctionnalités du volet de productivité et des fournisseurs de canaux.
chat-pane-none = Aucun volet
chat-pane-not-recognised = Inconnu : aucun de ses onglets n’est reconnu comme Microsoft Teams
chat-pane-unclear = Incertain : les deux façons de lier un volet divergent
chat-pages-title = Page de paramètres dans une application personnalisée
chat-pages-means = Ajoute la page Conversation et collaboration au plan de site d’une application personnalisée. Inutile avec Customer Service workspace ou Customer Service Hub.
chat-pages-none = Il n’y a pas d’application personnalisée ici.
chat-pages-app = Application personnalisée
chat-pages-place = Emplacement dans le plan de site
chat-pages-nowhere = Absente du plan de site
chat-pages-there = La page est là : { $area }, { $group }
chat-pages-waits = Le plan de site a des modifications en attente de publication.
chat-pages-drafts = Quelqu’un a dans ce plan de site des modifications non publiées. Elles sont conservées ; la publication les diffuse aussi.
chat-pages-managed = Ce plan de site est venu avec une solution et n’est pas modifié.
chat-pages-publish = Publier { $app } avec le plan
chat-access-title = Autorisations pour le volet de productivité
chat-access-means = Un rôle personnalisé a besoin de Lecture sur sept tables pour atteindre le volet de productivité des applications multisessions.
chat-access-missing = Sans Lecture sur :
chat-access-none = Il n’y a pas de rôle personnalisé modifiable.
chat-access-whole = { $count ->
    [one] { $count } rôle a tout ce qu’il faut
   *[other] { $count } rôles ont tout ce qu’il faut
  }
chat-access-add = { $count ->
    [one] Donner Lecture sur cette { $count } des sept tables
    [7] Donner Lecture sur les sept tables
   *[other] Donner Lecture sur ces { $count } des sept tables
  }
chat-access-organization = Lecture pour toute l’organisation
chat-access-narrow = Lecture, mais pas pour toute l’organisation, sur :
chat-access-disconnect = Droits de déconnexion des rôles et des utilisateurs
chat-productivity = { $count ->
    [one] En plus de ces rôles personnalisés, les utilisateurs des applications multisessions ont besoin du rôle { $role } avec son { $count } privilège. Attribuez-leur ce rôle.
   *[other] En plus de ces rôles personnalisés, les utilisateurs des applications multisessions ont besoin du rôle { $role } avec ses { $count } privilèges. Attribuez-leur ce rôle.
  }
chat-productivity-none = Les utilisateurs des applications multisessions ont besoin de ce que donne le rôle Utilisateur d’outils de productivité ; il est introuvable ici.
chat-data-title = Ce qu’il advient des données
chat-data-mapping = Dynamics 365 ne garde aucune donnée Teams sinon quelle conversation appartient à quel enregistrement. Rien n’est copié, sauf si un utilisateur l’ajoute à une note ou à une tâche, ou si la chronologie est synchronisée.
chat-data-tls = Les deux produits communiquent par TLS.
chat-data-policies = Les stratégies des deux s’appliquent : un fichier confidentiel ne s’ouvre que pour les personnes autorisées, un enregistrement que pour qui peut le voir.
chat-data-retroactive = Les agents démarrent des conversations dans Dynamics 365 et les connectent, ou en connectent d’existantes. Connecter après coup ne se fait que dans les applications Dynamics 365.
chat-check-title = Vérifier que cela fonctionne
chat-check-means = Une fois les modifications appliquées, ouvrez un enregistrement de l’un de ces types dans l’onglet à côté de ce panneau, ou ouvrez Latchkey sur cet enregistrement depuis la barre d’outils du navigateur. Les conversations connectées à l’enregistrement se trouvent dans un volet sur le bord.
chat-check-look = Vérifier cet enregistrement
chat-check-looking = Examen de la page
chat-check-elsewhere = La page à côté de ce panneau n’est pas un enregistrement. Ouvrez-en un et vérifiez de nouveau, ou regardez vous-même et confirmez.
chat-check-shown = Le volet des conversations est sur cet enregistrement ({ $type }). Vu { $time }.
chat-check-not-shown = Le volet des conversations est introuvable sur cet enregistrement ({ $type }). Vérifiez que la conversation Teams est activée dans cette application et pour ce type d’enregistrement, puis rechargez la page. Si vous voyez quand même les conversations, confirmez-le.
chat-check-seen = Je vois les conversations
chat-check-confirmed = Vous avez vu les conversations vous-même { $time }.
chat-check-unproven = Le nom que le produit donne à ce volet a été observé, et n’est pas encore prouvé sur un locataire réel.
chat-files-title = Enregistrer ce qui a été lu
chat-files-means = Une liste en CSV, qu’aucun tableur ne prend pour des formules, ou tout en JSON.
chat-file-apps = Applications
chat-file-types = Types d’enregistrement
chat-file-access = Rôles
chat-file-profiles = Profils
chat-file-consents = Consentements
chat-blueprint-title = Modèle
chat-blueprint-means = Tous les choix de cette vue dans un seul fichier. Ouvert dans un autre environnement, il se place à côté de l’existant ; vous en prenez ce que vous voulez comme modifications.
chat-blueprint-save = Enregistrer comme modèle
chat-blueprint-open = Ouvrir un modèle
chat-blueprint-from = Enregistré depuis { $environment }
chat-left = { $count ->
    [one] { $count } élément ne figure pas dans le fichier
   *[other] { $count } éléments ne figurent pas dans le fichier
  }
chat-left-unread = Pas entièrement lu : { $what }
chat-left-table = { $type } : la table correspondante n’a pas pu être déterminée
chat-left-view = { $type } : la vue de sa note est introuvable
chat-left-columns = { $type } : sa liste de colonnes n’a pas été comprise
chat-left-site-map = { $app } : son plan de site n’a pas été compris
chat-left-profile = { $profile } : la présence de Microsoft Teams dans son volet n’a pas pu être déterminée
chat-blueprint-what = Paramètre
chat-blueprint-file = Modèle
chat-blueprint-here = Ici maintenant
chat-blueprint-article = Départ de l’article
chat-blueprint-same = { $count ->
    [one] { $count } ligne est identique.
   *[other] { $count } lignes sont identiques.
  }
chat-blueprint-all = { $count ->
    [one] Prendre la ligne possible ({ $count })
   *[other] Prendre les { $count } lignes possibles
  }
chat-blueprint-close = Fermer le modèle
chat-blueprint-take = Prendre
chat-blueprint-take-named = Prendre du modèle : { $what }
chat-blueprint-missing = Absent ici :
chat-blueprint-ambiguous = Plusieurs éléments ici s’appellent { $name }
chat-blueprint-by-hand = À la main, sur la page du produit
chat-blueprint-role = { $role } : lit ce qu’exige le volet de productivité
chat-blueprint-all-apps = Toutes les applications

## Compte Bright Pattern
bright-title = Compte Bright Pattern
bright-reason-org = Pour lire dans quel locataire se trouve cet environnement et en déduire les adresses du compte.
bright-reason-host = Pour lire la liste des comptes d’intégration de votre Bright Pattern et remplir celui que vous approuvez.
bright-field-type = Type
bright-field-name = Name
bright-field-default = Default account
bright-field-authorization = Authorization URL
bright-field-token = Token URL
bright-field-api = API URL
bright-field-client-id = Client ID
bright-field-client-secret = Client Secret
    .is-true = rempli
    .is-false = vide
bright-field-refresh-token = Refresh token
    .is-true = rempli
    .is-false = vide
bright-value = { $value }
bright-empty = Vide
bright-there = { $what } est sur la page
    .is-true = oui
    .is-false = non
bright-form = Propriétés d’un nouveau compte
    .is-true = ouvertes
    .is-false = non ouvertes
bright-form-open = Ouvertes
bright-form-closed = Non ouvertes
bright-add = Le bouton qui ajoute un compte
bright-test = Le bouton Test connection
bright-test-result = Ce que la page dit du test
    .is-succeeded = Réussi
    .is-failed = Échec
bright-test-not-run = Non testée
bright-test-succeeded = Réussie
bright-apply = Le bouton Apply
bright-account = Compte { $name }
bright-account-absent = Absent de la liste
bright-account-there = Dans la liste
bright-secret-there = Rempli, jamais affiché
bright-refresh-token-there = Rempli par Bright Pattern
bright-secret-none = Tels quels
bright-secret-until = Un de plus, jusqu’au { $end }
bright-secret-key-id = ID de la clé secrète client
bright-app = L’application inscrite
bright-app-secrets = Secrets client de l’application
bright-app-reply = URI de redirection de l’application
bright-app-permission = Autorisations d’API de l’application
bright-app-grants = Autorisations accordées à l’application
bright-reply-without = Sans l’adresse de Bright Pattern
bright-permission-without = Sans Dynamics CRM
bright-grant-none = Non accordée
bright-grant-all = Accordée pour l’organisation
bright-grant-id = ID de l’octroi
bright-plan-title = Bright Pattern : compte { $name }
bright-step-open = Ouvrir les propriétés d’un nouveau compte
bright-step-field = Remplir { $field }
bright-step-empty = Vider { $field }
bright-step-refresh-token = Obtenir le jeton d’actualisation
bright-step-test = Tester la connexion
bright-step-apply = Enregistrer le compte
bright-step-reply = { $app } : ajouter l’adresse de Bright Pattern aux URI de redirection
bright-step-permission = { $app } : ajouter l’autorisation déléguée pour Dynamics CRM
bright-step-grant = { $app } : accorder l’autorisation pour l’organisation
bright-step-secret = { $app } : créer une clé secrète client
bright-reason-account = Fait partie du compte que vous avez saisi.
bright-reason-consent = Bright Pattern se connecte en votre nom et demande un consentement ; vous seul pouvez le donner.
bright-reason-test = Bright Pattern interroge lui-même Microsoft avant l’enregistrement du compte.
bright-reason-reply = Entra ne renvoie la connexion à cette adresse que si l’application la mentionne.
bright-reason-permission = Bright Pattern agit dans Dynamics 365 en tant qu’utilisateur connecté.
bright-reason-grant = Sans cet accord, chaque connexion de Bright Pattern le redemande ou est refusée.
bright-reason-secret = Il va dans le champ de la page et nulle part ailleurs ; Microsoft ne l’affiche qu’une fois.
bright-guide-open = Dans Contact Center Administrator, ouvrez Integration Accounts, ajoutez un compte avec + et choisissez le type Microsoft Dynamics 365.
bright-guide-refresh-token = Appuyez sur Refresh token sur la page, connectez-vous avec le compte sous lequel Bright Pattern doit travailler, puis donnez votre consentement.
bright-undo-account = Aucune source publiée n’indique comment supprimer un compte ; si la page de Bright Pattern le permet, supprimez-le là.
bright-step-add = Ajouter un compte d’intégration
bright-step-pick = Sélectionner le type du nouveau compte
bright-picker = Type du nouveau compte
bright-picker-ok = Le bouton OK
bright-undo-unsaved = Rien n’est enregistré avant Apply ; le contenu des champs disparaît avec la page.
bright-undo-consent = Un consentement se retire dans le centre d’administration Entra, sous Applications d’entreprise > Autorisations.
bright-undo-test = Un test ne modifie rien.
bright-unproven-page = Bright Pattern ne publie rien sur cette page ; l’emplacement de ses contrôles n’est pas encore prouvé sur un locataire réel.
bright-plan-no-page = Aucun onglet n’affiche votre Bright Pattern. Ouvrez https://<locataire>.brightpattern.com/admin, connectez-vous et ouvrez Integration Accounts.
bright-plan-no-tenant = Sans le locataire, les adresses ne peuvent pas être déduites. { $why }
bright-plan-no-name = Donnez un nom au compte.
bright-plan-name-taken = Un autre compte porte ce nom. Choisissez-en un autre.
bright-plan-no-client-id = Entrez l’ID d’application (client) de l’application inscrite, un GUID.
bright-plan-no-app = Ce locataire n’a aucune application avec cet ID client. Inscrivez-la d’abord dans le centre d’administration Entra ou vérifiez l’ID.
bright-plan-no-principal = L’application n’a pas de principal de service dans ce locataire ; rien ne peut donc lui être accordé. Ouvrez Inscriptions d’applications > l’application > Vue d’ensemble et sélectionnez Créer un principal de service.
bright-plan-no-dynamics = Ce locataire n’a pas de principal de service Dynamics CRM, donc pas de Dynamics 365 à accorder.
bright-plan-other-grant = L’application a déjà un autre accord pour toute l’organisation. Élargissez-le vous-même dans le centre d’administration Entra afin de voir ce qu’il contient d’autre.
bright-tenant-unknown = Cet environnement n’indique pas son locataire.
bright-tenants-disagree = L’environnement indique le locataire { $told }, sa propre demande de connexion { $challenged }. Rien n’est rempli tant qu’ils ne concordent pas.
bright-challenge-host = Cet hôte n’appartient à aucun cloud de Microsoft ; aucune adresse de connexion ne peut en être déduite.
bright-challenge-unanswered = L’environnement n’a pas répondu à une demande sans connexion.
bright-challenge-other = La réponse de l’environnement sans connexion n’indique pas son locataire ; qu’elle le fasse n’est pas encore prouvé sur un locataire réel.
bright-accounts-not-shown = La page de Bright Pattern n’affiche pas la liste des comptes d’intégration
bright-lock-host = Hôte de Bright Pattern
bright-note-default = { $name } est actuellement le compte par défaut et ne le sera plus.
bright-note-unlisted = La liste des comptes n’est pas affichée ; on ne peut donc pas savoir si le nom est unique ni quel compte perd le statut par défaut.
bright-note-reply = L’application ne mentionne pas encore l’adresse de Bright Pattern ; sans elle, la connexion pour le jeton d’actualisation échoue.
bright-note-consent = Vous obtenez vous-même le jeton d’actualisation : une fenêtre de Bright Pattern s’ouvre pour la connexion et le consentement.
bright-note-environment = Le compte travaille dans { $environment } ({ $kind }), à l’adresse { $host }.
bright-note-app = Le compte se connecte avec l’application inscrite { $app } ({ $client }). Tout ce qui est modifié d’une application l’est de celle-ci.
bright-note-app-unread = L’application qui a cet ID client n’a pas été lue : son nom n’est pas connu ici. Connectez-vous dans la vue pour le voir.
bright-note-undo = Si ce plan prépare l’application dans Entra, l’annulation l’annule aussi. Le compte lui-même reste, ainsi que son rôle de compte par défaut.
bright-stays-account = Le compte { $name } reste dans Bright Pattern et cesse de fonctionner
bright-account-stops-why = Il se connecte avec ce qui est retiré ici à l’application. Rien ne le montre dans Bright Pattern. Supprimez-y le compte si la page le permet, ou donnez-lui une autre clé secrète, donnez de nouveau le consentement et testez sa connexion.
bright-subtitle = Permet à Bright Pattern de travailler avec cet environnement
bright-reading = Lecture de l’environnement et de la page de Bright Pattern…
bright-page-title = Page de Bright Pattern
bright-page-shown = Un onglet affiche { $host }
bright-form-fits = Les adresses et l’ID client du formulaire ouvert conviennent à cet environnement. Seul Test connection, sur la page, dit si la clé secrète et le jeton d’actualisation fonctionnent encore.
bright-wrong = Dans le formulaire ouvert, { $field } { $why }
bright-wrong-not-https = n’est pas une simple adresse https
bright-wrong-host = est sur un autre hôte que celui de cet environnement
bright-wrong-v2 = est le point de terminaison v2.0 ; Bright Pattern a besoin de celui sans v2.0
bright-wrong-swapped = est l’autre des deux adresses de connexion
bright-wrong-path = a un autre chemin que l’adresse ci-dessous
bright-wrong-version = est une autre version de l’API web que v9.0
bright-wrong-no-tenant = ne désigne pas le locataire par son ID
bright-wrong-tenant = désigne un autre locataire que celui de cet environnement
bright-wrong-no-id = n’est pas un GUID
bright-host = Votre Bright Pattern
bright-host-open = Autoriser et ouvrir
bright-host-wrong = Entrez l’hôte de votre propre Bright Pattern, par exemple contoso.brightpattern.com.
bright-host-opened = Connectez-vous là-bas, ouvrez Integration Accounts, puis relisez ici.
bright-host-refused = Non autorisé. Sans cela, la page ne peut être remplie qu’à la main, avec les adresses ci-dessous.
bright-addresses-title = Adresses
bright-reply = Adresse de réponse (URI de redirection) de l’application
bright-account-title = Nouveau compte
bright-name-note = Un nom qu’aucun autre compte ne porte.
bright-default = En faire le compte par défaut de son type
bright-client-id-note = ID d’application (client) de l’application inscrite.
bright-secret-type-it = J’en ai un et je le saisis dans le plan
bright-secret-make-it = En créer un par Graph, valable douze mois
bright-after-secret = La clé secrète client expire le { $day } : ensuite, Bright Pattern ne peut plus se connecter. Enregistrez un rappel maintenant.
bright-reminder-title = Renouveler la clé secrète client de Bright Pattern : { $app }
bright-reminder-text = Elle expire le { $day }. Créez-en une nouvelle et saisissez-la dans le compte d’intégration, sinon Bright Pattern ne pourra plus se connecter.
bright-secret-note = Il ne doit pas contenir +. Il n’est conservé nulle part : il passe de la mémoire au champ de la page.
bright-app-title = Application inscrite
bright-app-named = L’application inscrite est { $app }
bright-app-first = Entrez l’ID client ci-dessus ; son adresse de réponse, son autorisation et son accord pourront alors être vérifiés.
bright-app-reading = Lecture de l’application inscrite…
bright-prepare = Donner à l’application ce qui lui manque
bright-ready-addresses = Les adresses du compte peuvent être déduites
bright-ready-challenge = La demande de connexion de l’environnement indique le même locataire
bright-ready-no-tenant = Les adresses du compte ne peuvent pas être déduites
bright-ready-no-page = Bright Pattern n’est pas ouvert
bright-ready-app-unknown = L’application inscrite n’a pas été examinée
bright-ready-app-how = Connectez-vous et entrez son ID client pour vérifier son adresse de réponse, son autorisation et son accord
bright-ready-app-unread = L’application inscrite n’a pas pu être lue
bright-ready-reply = L’application mentionne l’adresse de réponse de Bright Pattern
bright-ready-no-reply = Il manque à l’application l’adresse de réponse de Bright Pattern
bright-ready-reply-unknown = On ne sait pas si l’application mentionne l’adresse de réponse de Bright Pattern
bright-ready-permission = L’application mentionne l’autorisation déléguée pour Dynamics CRM
bright-ready-no-permission = Il manque à l’application l’autorisation déléguée pour Dynamics CRM
bright-ready-grant = L’autorisation est accordée pour l’organisation
bright-ready-no-grant = L’autorisation n’est pas accordée pour l’organisation
bright-ready-grant-unknown = Impossible de lire si l’autorisation est accordée
bright-ready-accounts = { $count ->
    [one] { $count } compte d’intégration
   *[other] { $count } comptes d’intégration
  }

## Lead management
lead-title = Gestion des prospects
lead-reason-host = Pour lire et configurer ce qui écrit des prospects dans cet environnement : la solution, le compte de service et son rôle.
lead-reason-portal = Pour remplir les détails de la connexion de l’offre dans l’Espace partenaires et lire sa réponse.
lead-verbatim = { $text }
lead-what-solutions = les solutions
lead-what-import = l’importation de la solution
lead-what-unit = la division racine
lead-what-leads = les prospects
lead-what-tenant = le locataire
lead-what-principal = le principal de service
lead-what-user = l’utilisateur de ce nom
lead-what-user-roles = les rôles d’annuaire de l’utilisateur
lead-tenant-unread = L’annuaire ne dit pas de quel locataire il s’agit. Reconnectez-vous.
lead-group-solution = Solution
lead-group-credential = Compte de service
lead-group-environment = Environnement et rôle
lead-group-offer = Offre
lead-slot-file = le fichier de la solution
lead-slot-upload = le chargement préparé
lead-slot-import = le travail système de l’importation
lead-slot-role = l’identifiant du rôle
lead-slot-app = l’identifiant d’objet de l’inscription d’application
lead-slot-client = ID d’application (client)
lead-slot-principal = l’identifiant du principal de service
lead-slot-secret = la clé secrète client
lead-slot-secret-key = l’identifiant de la clé secrète client
lead-slot-account = l’identifiant d’objet de l’utilisateur
lead-slot-password = le mot de passe de l’utilisateur
lead-slot-user = l’utilisateur dans l’environnement
lead-value-absent = absent
lead-value-page = ce qui s’y trouve
lead-value-there = présent
lead-value-enabled = activé
lead-value-disabled = désactivé
lead-value-allowed = autorisée
lead-value-blocked = bloquée
lead-value-none = aucun
lead-value-assigned = attribuée
lead-left-user = bloqué, conservé
lead-left-account = désactivé, conservé
lead-left-app = supprimé seulement tant qu’aucun prospect n’a été écrit, pas même le prospect de test ; ensuite, il reste
lead-value-user = Utilisateur (aucun accès administrateur)
lead-value-multi-tenant = Comptes dans n’importe quel répertoire organisationnel
lead-value-until = jusqu’au { $day }
lead-solution-named = Solution { $name }
lead-app-named = Inscription d’application { $name }
lead-app-name = Nom de l’inscription d’application
lead-app-unique-name = Nom unique
lead-client-id = ID d’application (client)
lead-audience = Types de comptes pris en charge
lead-redirect = URI de redirection (Web)
lead-permission = Autorisation d’API
lead-principal = Principal de service
lead-secrets = Clés secrètes client
lead-certificates = Certificats
lead-secret-name = Description de la clé secrète client
lead-secret-named = Clé secrète client { $name }
lead-upn = Nom d’utilisateur
lead-user-name = Nom d’affichage
lead-user-named = Utilisateur { $upn }
lead-user-enabled = Connexion de { $upn }
    .is-true = autorisée
    .is-false = bloquée
lead-location = Emplacement d’utilisation
lead-licence-named = Licence { $part }
lead-account = Utilisateur dans l’environnement
lead-account-disabled = État de l’utilisateur dans l’environnement
    .is-true = désactivé
    .is-false = activé
lead-role = Rôle de sécurité
lead-inheritance = Héritage des privilèges du membre
    .is-0 = Privilèges d’équipe uniquement
    .is-1 = Niveau d’accès utilisateur direct (de base) et privilèges d’équipe
lead-inheritance-team = Privilèges d’équipe uniquement
lead-inheritance-direct = Niveau d’accès utilisateur direct (de base) et privilèges d’équipe
lead-import-state = État de l’importation
    .is-3 = Terminé
lead-import-result = Résultat de l’importation
    .is-30 = Réussi
    .is-31 = Échec
    .is-32 = Annulé
lead-stage-status = Résultat du contrôle
lead-stage-needs = Le contrôle a refusé le fichier : il lui faut la solution { $message }, qui n’est pas installée ici. Installez-la d’abord. Rien n’a été modifié.
lead-test-lead = Prospect de test
lead-lock-tenant = Locataire
lead-page-offer = Prospects clients sur la page Configuration de l’offre
lead-page-details = Détails de la connexion
    .is-true = ouverts
    .is-false = fermés
lead-page-field = Champ de la page
    .is-true = présent
    .is-false = absent
lead-page-open = Ouvert
lead-page-filled = Rempli
    .is-true = oui
    .is-false = non
lead-page-validation = Résultat de la validation
    .is-valid = valide
    .is-invalid = non valide
lead-step-stage = Charger et vérifier { $file }
lead-step-import = Importer la solution { $name }
lead-step-installed = Relire la solution installée
lead-step-role = Trouver le rôle apporté par la solution
lead-step-app = Inscrire l’application { $name }
lead-step-adjust = { $name } : ajouter ce qui manque à l’inscription d’application
lead-step-principal = Créer le principal de service de l’application dans ce locataire
lead-step-secret = Créer la clé secrète client { $name }
lead-step-user = Ajouter l’utilisateur { $upn }
lead-step-unblock = Autoriser de nouveau { $upn } à se connecter
lead-step-location = { $upn } : définir l’emplacement d’utilisation
lead-step-licence = { $upn } : attribuer la licence { $part }
lead-step-application-user = Ajouter l’application comme utilisateur d’application de l’environnement
lead-step-person = Attendre que { $upn } soit dans l’environnement
lead-step-enable = Activer { $name }
lead-step-assign = Attribuer à l’utilisateur le rôle Microsoft Marketplace Lead Writer
lead-step-inheritance = Définir l’héritage des privilèges du rôle
lead-step-privilege = Accorder au rôle { $privilege }
lead-step-privileges = { $count ->
    [one] Accorder au rôle le { $count } privilège qui lui manque
   *[other] Accorder au rôle les { $count } privilèges qui lui manquent
  }
lead-privilege-named = { $table } : { $verb }
lead-privilege-detail = { $privilege } ({ $name })
lead-table-ui-settings = Paramètres de l’IU de l’entité utilisateur
lead-table-system-job = Travail système
lead-verb-create = Créer
lead-verb-read = Lire
lead-verb-write = Écrire
lead-verb-append-to = Ajouter à
lead-step-connect = Ouvrir les détails de la connexion de l’offre
lead-step-destination = Destination des prospects : Dynamics 365 Customer Engagement
lead-step-url = Entrer l’URL de cet environnement
lead-step-authentication = Choisir l’authentification
lead-step-client = Entrer l’ID d’application (client)
lead-step-directory = Entrer l’ID d’annuaire
lead-step-hand-secret = Transmettre la clé secrète client
lead-step-user-name = Entrer le nom d’utilisateur
lead-step-hand-password = Transmettre le mot de passe
lead-step-emptied = Vider d’abord le champ du secret
lead-step-emails = Entrer les e-mails de contact
lead-step-ok = Sélectionner OK
lead-step-validate = Sélectionner Valider
lead-step-lead = Lire le prospect de test dans cet environnement
lead-reason-stage = La préparation charge le fichier et le vérifie ; elle n’installe rien.
lead-reason-import = La solution apporte le rôle autorisé à écrire des prospects.
lead-reason-check = Les étapes suivantes en ont besoin.
lead-reason-app = Le service de prospects se connecte avec cette application.
lead-reason-principal = Sans lui, l’application ne peut pas être un utilisateur d’application.
lead-reason-secret = L’Espace partenaires la demande. Elle est créée en dernier, pour être saisie directement dans l’offre.
lead-reason-user = Le service de prospects se connecte avec cet utilisateur.
lead-reason-location = Aucune licence n’est attribuée sans lui.
lead-reason-licence = L’utilisateur en a besoin pour écrire des prospects. Elle vous est facturée.
lead-reason-account = Le compte de service doit être un utilisateur de cet environnement.
lead-reason-assign = Le rôle permet au compte d’écrire des prospects, et guère plus.
lead-reason-role = L’article demande le rôle ainsi ; seul ce qui manque est ajouté.
lead-reason-connect = Les champs des étapes suivantes s’y trouvent.
lead-reason-destination = L’Espace partenaires demande d’autres détails pour chaque type de destination.
lead-reason-url = Les prospects sont écrits dans cet environnement.
lead-reason-authentication = Elle détermine si une application ou un utilisateur se connecte.
lead-reason-client = Il désigne l’application qui se connecte.
lead-reason-directory = Il désigne le locataire de l’application.
lead-reason-emptied = Un champ masqué a le même aspect quel que soit son contenu : une fois vidé, on voit qu’il a été rempli.
lead-reason-hand-secret = L’application prouve par elle son identité ; l’offre la reçoit ici.
lead-reason-user-name = Il désigne l’utilisateur qui se connecte.
lead-reason-hand-password = L’utilisateur se connecte avec lui ; l’offre le reçoit ici.
lead-reason-emails = L’Espace partenaires y écrit à l’arrivée d’un prospect.
lead-reason-ok = Avant OK, rien n’est enregistré.
lead-reason-validate = L’Espace partenaires envoie un prospect de test avec ce qui a été enregistré.
lead-reason-lead = Un prospect de test prouve tout ce qui précède.
lead-undo-stage = La préparation n’installe rien : il n’y a rien à annuler.
lead-undo-solution = Une solution n’est pas supprimée d’ici, car d’autres ont pu s’appuyer depuis sur son rôle. Vous pouvez la supprimer vous-même dans Power Apps > Solutions.
lead-undo-check = Cette étape ne fait que lire.
lead-undo-location = L’emplacement d’utilisation reste : d’autres licences peuvent alors en avoir besoin.
lead-undo-person = L’environnement désactive lui-même l’utilisateur une fois celui-ci bloqué et sans licence.
lead-undo-offer = Ce qui est saisi dans l’offre ne peut pas être annulé d’ici : le portail ne montre plus les secrets, donc les valeurs d’avant ne sont pas connues. Modifiez-les sur place.
lead-undo-fill = Rien n’est enregistré avant de sélectionner OK.
lead-undo-lead = Le prospect de test reste. Supprimez-le comme tout prospect.
lead-undo-app-used = L’inscription d’application reste : son utilisateur d’application a écrit des prospects, elle est donc utilisée. Son adresse de redirection et son autorisation restent avec elle ; sa clé secrète est supprimée.
lead-undo-app-unknown = L’inscription d’application reste, car il n’a pas été possible de lire si elle a déjà servi. Connectez-vous, relisez, puis rouvrez cet aperçu.
lead-undo-app-unused = Aucun prospect n’a été écrit avec elle, elle est donc supprimée. Une inscription d’application supprimée peut être restaurée pendant trente jours.
lead-stays-principal = Le principal de service de l’application dans ce locataire reste, puisque l’inscription d’application reste.
lead-stays-account = L’utilisateur d’application reste dans cet environnement : sans le rôle, et désactivé.
lead-stays-person = { $upn } reste un utilisateur de cet environnement, sans le rôle. L’environnement désactive l’utilisateur de lui-même une fois qu’il est bloqué et sans licence.
lead-stays-user = { $upn } reste dans le locataire : bloqué et sans la licence, mais pas supprimé.
lead-stays-lead = Le prospect de test reste dans cet environnement. Supprimez-le comme tout prospect.
lead-stays-offer = Dans l’Espace partenaires, { $offer } pointe encore vers cet environnement
lead-offer-stays-why = L’annulation n’y change rien, et ensuite les prospects de l’offre n’arrivent plus ici. Ouvrez l’offre, sélectionnez Modifier sous Prospects clients et indiquez une autre destination.
lead-guide-installed = Dans Power Apps > Solutions, voyez si l’importation est terminée, et recommencez-la en cas d’échec.
lead-guide-role = La solution est là, mais pas son rôle Microsoft Marketplace Lead Writer. Importez-la de nouveau.
lead-guide-application-user = Dans le centre d’administration Power Platform : Environnements > cet environnement > Paramètres > Utilisateurs + autorisations > Utilisateurs de l’application > Nouvel utilisateur de l’application > Ajouter une application. Choisissez l’application et la division racine, puis Créer.
lead-guide-person = L’utilisateur arrive dans l’environnement quelques minutes après avoir reçu la licence. Sinon, dans le centre d’administration Power Platform : Environnements > cet environnement > Paramètres > Utilisateurs + autorisations > Utilisateurs > Ajouter un utilisateur, et choisissez { $upn }. Si l’environnement a un groupe de sécurité, ajoutez-y l’utilisateur.
lead-guide-inheritance = Dans le centre d’administration Power Platform : Environnements > cet environnement > Paramètres > Utilisateurs + autorisations > Rôles de sécurité > Microsoft Marketplace Lead Writer. Réglez Héritage des privilèges du membre sur Niveau d’accès utilisateur direct (de base) et privilèges d’équipe, puis Enregistrer et fermer.
lead-guide-lead = Attendez l’arrivée du prospect de test. S’il n’arrive pas, sélectionnez de nouveau Valider dans l’Espace partenaires et lisez sa réponse.
lead-guide-ok = Dans l’Espace partenaires, sélectionnez OK dans les détails de la connexion.
lead-guide-validate = Dans l’Espace partenaires, sélectionnez Valider sous Prospects clients et attendez la réponse.
lead-guide-offer-entra = Dans l’Espace partenaires, sur la page Configuration de l’offre, sous Prospects clients, sélectionnez Connecter. Destination des prospects : Dynamics 365 Customer Engagement. URL : { $url }. Authentification : { $authentication }. ID d’annuaire : { $directory }. Copiez d’ici l’ID d’application (client) et la clé secrète client. Sélectionnez OK, puis Valider.
lead-guide-offer-office = Dans l’Espace partenaires, sur la page Configuration de l’offre, sous Prospects clients, sélectionnez Connecter. Destination des prospects : Dynamics 365 Customer Engagement. URL : { $url }. Authentification : { $authentication }. Nom d’utilisateur : { $user }, et son mot de passe. Sélectionnez OK, puis Valider.
lead-unproven-road = La voie d’accès à l’environnement qu’accepte un locataire n’est pas encore prouvée sur un locataire réel. Si celle-ci est refusée, choisissez-en une autre et planifiez de nouveau.
lead-unproven-inheritance = Que cette colonne puisse être écrite n’est pas encore prouvé sur un locataire réel. En cas de refus, choisissez de le faire à la main et planifiez de nouveau.
lead-unproven-privilege = Deux des six noms sont documentés ; les autres suivent la règle de nommage et sont cherchés ici par leur nom.
lead-unproven-page = Les éléments de la page ne sont pas publiés ; ceci n’est pas encore prouvé sur un locataire réel.
lead-unproven-lead = Que le prospect de test soit créé par le compte de service n’est pas encore prouvé sur un locataire réel.
lead-note-solution = L’importation prend quelques minutes. Les modifications manuelles du rôle sont conservées : les personnalisations non gérées ne sont pas remplacées.
lead-note-secret = La clé secrète client est valable { $months } mois. Enregistrez le rappel : à son expiration, plus aucun prospect n’arrive.
lead-note-never = L’article demande une clé secrète qui n’expire jamais. Entra ne le propose plus : 24 mois au plus.
lead-note-app-permissions = L’inscription d’application { $name } déclare des autorisations au-delà de Dynamics CRM. Quiconque possède sa clé secrète peut utiliser celles qui lui ont été accordées, et la clé est remise au portail de publication : une inscription d’application dédiée est plus sûre.
lead-note-cost = La licence est facturée à votre locataire tant que l’utilisateur l’a.
lead-note-password = Le mot de passe doit changer au bout de { $days } jours, ici et dans l’offre. L’annulation ne supprime jamais l’utilisateur : elle le bloque et retire la licence.
lead-note-offer = L’offre ouverte dans l’onglet de l’Espace partenaires sera remplie : { $offer }. La page n’indique pas quel éditeur y est connecté : vérifiez vous-même. Ce qui y est saisi ne peut pas être annulé d’ici.
lead-note-offer-untold = L’offre ouverte dans l’onglet de l’Espace partenaires est remplie ; son adresse n’indique ni laquelle, ni quel éditeur est connecté : vérifiez vous-même. Ce qui y est saisi ne peut pas être annulé d’ici.
lead-note-hand = Une étape vous revient dans le centre d’administration Power Platform ; Latchkey attend qu’elle se voie.
lead-note-newer = Une version plus récente que celle du fichier est installée ; rien n’est importé par-dessus.
lead-note-app = L’annulation ne supprime l’inscription d’application et son principal de service que tant que l’application n’a écrit aucun prospect. Le prospect de test en est un : dès qu’il arrive, tous deux restent, sans la clé secrète.
lead-note-publish = Ensuite, terminez et publiez l’offre : avant cela, aucun prospect de client n’arrive.
lead-plan-title = { $count ->
    [one] Gestion des prospects : { $count } étape
   *[other] Gestion des prospects : { $count } étapes
  }
lead-plan-nothing = Tout ce qui est choisi est déjà fait : il n’y a rien à planifier.
lead-plan-not-hosted = Les prospects ne peuvent être envoyés qu’à un environnement hébergé par Microsoft ; Dynamics local ne peut pas être connecté directement. Utilisez une autre destination, telle qu’un point de terminaison HTTPS ou une table Azure.
lead-plan-not-allowed = Il vous manque les droits pour cette partie : { $part }. Adressez-vous à un administrateur de cet environnement.
lead-plan-sign-in = Connectez-vous d’abord à Microsoft Entra : cette partie s’y fait.
lead-plan-other-tenant = Vous êtes connecté à un autre locataire que celui de cet environnement. Connectez-vous avec un compte de son locataire.
lead-plan-no-file = Choisissez le fichier de la solution : elle apporte le rôle autorisé à écrire des prospects.
lead-plan-other-file = Ce fichier n’apporte pas le rôle Microsoft Marketplace Lead Writer. Téléchargez la solution Microsoft Marketplace Lead Writer et choisissez son fichier.
lead-plan-no-role = Le rôle Microsoft Marketplace Lead Writer n’est pas là. Ajoutez la solution au plan.
lead-plan-role-fixed = Il manque quelque chose au rôle, et il ne peut pas être personnalisé ici. Adressez-vous à la personne qui a installé la solution.
lead-plan-no-privilege = { $privilege } ne peut pas être accordé dans cet environnement. Réglez le rôle dans le centre d’administration Power Platform.
lead-plan-no-credential = Le compte de service n’est pas encore là. Ajoutez-le au plan, choisissez une inscription d’application ou entrez son ID d’application (client).
lead-plan-name = { $what } : { $why }
lead-plan-no-licence = Choisissez une licence avec une place libre. S’il n’y en a pas, achetez-en une dans le Centre d’administration Microsoft 365, ou utilisez la voie Entra, qui n’en demande pas.
lead-plan-no-location = Indiquez où la licence est utilisée par les deux lettres d’un pays (ISO 3166), par exemple FR.
lead-plan-administrator = Cet utilisateur a un rôle d’annuaire. L’utilisateur du service de prospects ne doit avoir aucun accès administrateur : choisissez un autre nom.
lead-plan-deleted = Cette application a été un utilisateur d’application, supprimé mais pas définitivement. Dans le centre d’administration Power Platform, supprimez-le définitivement ou restaurez-le.
lead-plan-no-environment = Le service n’indique pas l’identifiant de cet environnement. Choisissez une autre voie pour l’utilisateur d’application.
lead-plan-no-page = Aucun onglet n’affiche l’Espace partenaires. Ouvrez-y la page Configuration de l’offre, puis regardez de nouveau ici.
lead-plan-no-customer-leads = L’Espace partenaires est ouvert, mais Connecter sous Prospects clients n’a pas été trouvé sur sa page. Ouvrez la page Configuration de l’offre et regardez de nouveau. Si elle est ouverte, choisissez de remplir la page vous-même.
lead-refusal-empty = il est vide
lead-refusal-too-long = il est trop long
lead-refusal-too-short = il fait moins de 8 caractères
lead-refusal-not-a-upn = ce n’est pas un nom@domaine
lead-refusal-character = il contient un caractère non autorisé
lead-refusal-full-stop = il commence ou finit par un point
lead-refusal-domain = le domaine n’est pas de ce locataire
lead-refusal-too-simple = il faut trois types parmi minuscules, majuscules, chiffres et symboles
lead-refusal-holds-name = le nom de l’utilisateur y figure
lead-refusal-not-https = il doit commencer par https://
lead-refusal-taken = l’application en a déjà un de ce nom ; choisissez-en un autre
lead-lifetime-portal = Une clé secrète est valable au moins un mois et au plus { $months } mois.
lead-lifetime-tenant = { $days ->
    [one] Ce locataire autorise des clés secrètes de { $days } jour au plus.
   *[other] Ce locataire autorise des clés secrètes de { $days } jours au plus.
  }
lead-lifetime-forbidden = La stratégie de gestion des applications de ce locataire n’autorise aucune clé secrète client. Demandez une exception à son auteur.
lead-ready-not-hosted = Cet environnement n’est pas hébergé par Microsoft : aucun prospect ne peut y être envoyé
lead-ready-unread = N’a pas pu être lu : { $what }
lead-ready-rights = Vous avez les droits que demande cet environnement
lead-ready-no-right = Il vous manque les droits pour : { $part }
lead-ready-right-unread = Vos droits n’ont pas pu être lus pour : { $part }
lead-ready-roles = Vos rôles d’annuaire permettent les inscriptions d’applications et les utilisateurs
lead-ready-roles-apps = Vos rôles d’annuaire permettent les inscriptions d’applications, mais pas les utilisateurs
lead-ready-roles-users = Vos rôles d’annuaire permettent les utilisateurs, mais peut-être pas les inscriptions d’applications
lead-ready-roles-none = Vos rôles d’annuaire ne permettent peut-être ni inscriptions d’applications ni utilisateurs
lead-ready-solution = { $name } { $version } est installée
lead-ready-solution-role = Le rôle est là ; la solution qui l’a apporté n’a pas pu être déterminée
lead-ready-solution-absent = La solution d’écriture de prospects n’est pas installée
lead-ready-role = Le rôle Microsoft Marketplace Lead Writer est tel que l’article le demande
lead-ready-inheritance = Les membres du rôle n’héritent pas directement de ses privilèges
lead-ready-privileges = { $count ->
    [one] Il manque au rôle { $count } privilège de l’article
   *[other] Il manque au rôle { $count } privilèges de l’article
  }
lead-ready-privileges-absent = { $count ->
    [one] { $count } privilège de l’article ne peut pas être accordé ici
   *[other] { $count } privilèges de l’article ne peuvent pas être accordés ici
  }
lead-ready-account = { $more ->
    [0] { $name } peut écrire des prospects
   *[other] { $name } et { $more } de plus peuvent écrire des prospects
  }
lead-ready-account-none = Aucun utilisateur activé n’a le rôle : rien ne peut écrire de prospects
lead-ready-sign-in = Inscription d’application et clé secrète : connectez-vous pour les lire
lead-ready-app = Il manque à l’inscription d’application { $name } quelque chose que l’article demande
lead-ready-secret = La clé secrète client de { $name } vit jusqu’au { $day }
lead-ready-secret-soon = { $days ->
    [one] La clé secrète client de { $name } expire le { $day }, dans { $days } jour
   *[other] La clé secrète client de { $name } expire le { $day }, dans { $days } jours
  }
lead-ready-secret-ended = Toutes les clés secrètes client de { $name } ont expiré : aucun prospect n’arrive
lead-ready-secret-none = { $name } n’a pas de clé secrète client
lead-ready-lead = { $name } a écrit un prospect le { $lead }, après la création de la clé secrète ou du mot de passe le plus récent
lead-proof-before = { $name } a écrit son dernier prospect le { $lead }, avant la création de la clé secrète ou du mot de passe le plus récent ({ $made }). On ne sait pas si l’offre détient celui-ci : ouvrez l’offre dans l’Espace partenaires, sélectionnez de nouveau Valider, puis relisez ici.
lead-proof-untold = { $name } a écrit un prospect ; on ne sait pas si c’est depuis la création de la clé secrète ou du mot de passe le plus récent. Connectez-vous pour le lire, ou ouvrez l’offre dans l’Espace partenaires, sélectionnez de nouveau Valider, puis relisez ici.
lead-proof-ended = { $name } a écrit un prospect, mais toutes les clés secrètes de son application ont expiré ou ont disparu : plus aucun prospect n’arrive
lead-ready-lead-none = Le compte de service n’a encore écrit aucun prospect ; l’offre n’est peut-être pas connectée
lead-ready-lead-unread = Il n’a pas été possible de lire si le compte de service a écrit un prospect

## The lead management view
nav-lead-management = Prospects
lead-reading = Lecture des solutions, des rôles, des utilisateurs et des prospects
lead-subtitle = De zéro à une destination de prospects validée pour une offre de place de marché
lead-way-title = Comment le service de prospects se connecte
lead-way-entra = Microsoft Entra ID (recommandé)
lead-way-entra-means = Une application avec une clé secrète client ; pas de mot de passe à changer.
lead-way-office = Office 365
lead-way-office-means = Un utilisateur avec licence dont le mot de passe doit changer tous les 90 jours.
lead-everything = Planifier tout ce qui manque
lead-everything-none = Il ne manque rien.
lead-everything-untold = Rien ne manque, pour autant qu’on le sache. Ce qui n’est pas connu, Valider le montre dans l’Espace partenaires ; en cas d’échec, ajoutez le compte de service et l’offre au plan.
lead-reading-directory = Lecture de l’annuaire
lead-state-done = Fait
lead-state-open = À faire
lead-state-unknown = Inconnu
lead-state-sign-in = Connexion requise
lead-in-plan = Dans le plan
lead-destination-https = Point de terminaison HTTPS
lead-destination-table = Table Azure
lead-destination-blob = Objet blob Azure
lead-destination-email = E-mail
lead-destination-marketo = Marketo
lead-destination-salesforce = Salesforce
lead-file-choose = Choisir le fichier zip de la solution
lead-file-other = Choisir un autre fichier zip
lead-file-where = Téléchargez la solution et gardez-la sur votre ordinateur : elle y reste jusqu’à ce que le plan la charge.
lead-download = Télécharger Microsoft Marketplace Lead Writer
lead-article = L’article de Microsoft
lead-role-holds = { $count ->
    [one] Ce que le rôle détient ici : { $count } privilège
   *[other] Ce que le rôle détient ici : { $count } privilèges
  }
lead-role-brings = { $count ->
    [one] Ce que le rôle du fichier apporte : { $count } privilège
   *[other] Ce que le rôle du fichier apporte : { $count } privilèges
  }
lead-file-is = { $file } : { $name } { $version }
lead-file-digest = SHA-256
lead-file-role-there = Le rôle Microsoft Marketplace Lead Writer s’y trouve
lead-file-role-unread = Il n’a pas été possible de lire si le rôle s’y trouve
lead-file-too-large = Le fichier est trop volumineux pour une solution.
lead-file-no-archive = Le fichier n’est pas une archive zip. Téléchargez-le de nouveau.
lead-file-no-solution = L’archive ne contient pas de solution. Choisissez le fichier tel qu’il a été téléchargé.
lead-file-ambiguous = Les fichiers de l’archive qui décrivent la solution y sont en double ou ne portent pas les noms que leur donne Dataverse : celui-ci pourrait en lire un autre que celui montré ici. Téléchargez de nouveau le fichier auprès de Microsoft.
lead-file-not-understood = La description de la solution n’a pas pu être comprise. Téléchargez-la de nouveau.
lead-standing-absent = Elle n’est pas encore installée ici.
lead-standing-older = Une version plus ancienne est installée ; l’importation la met à jour.
lead-standing-same = La même version est installée, c’est bien.
lead-account-sign-in = Connectez-vous ci-dessus pour lire et configurer le compte de service.
lead-app-choose = Inscription d’application
lead-app-new = Une nouvelle
lead-app-option = { $name } · { $client }
lead-app-option-owned = { $name } · { $client } · propriétaire : { $owner }
lead-app-owned = { $owner } est propriétaire de cette inscription d’application, et peut lui donner une clé secrète et s’en servir pour écrire des prospects. Ne la choisissez que si vous savez pourquoi.
lead-app-created = Inscrite le { $day }.
lead-redirect-means = Le service de prospects ne l’utilise pas ; l’exemple de l’article suffit.
lead-app-multi = Les comptes de n’importe quel répertoire organisationnel peuvent se connecter
lead-app-single = Seuls les comptes de certains répertoires peuvent se connecter ; le plan l’élargit
lead-app-permission = Dynamics CRM user_impersonation figure parmi ses autorisations
lead-app-no-permission = Dynamics CRM user_impersonation manque
lead-app-redirect = Elle a une URI de redirection
lead-app-no-redirect = Elle n’a pas d’URI de redirection
lead-app-principal = Elle a un principal de service dans ce locataire
lead-app-no-principal = Elle n’a pas de principal de service dans ce locataire
lead-secret-until = { $name } : jusqu’au { $day }
lead-secret-unheld = Personne ne peut lire si l’offre détient la plus récente de ces clés secrètes ; un prospect écrit depuis le montrerait. Sélectionnez de nouveau Valider dans l’Espace partenaires, puis relisez ici. En cas d’échec, ajoutez cette partie et l’offre au plan.
lead-secret-ended = { $name } : expirée le { $day }
lead-secret-new = Créer une clé secrète client
lead-secret-typed = La clé secrète que vous avez vous sera demandée à l’exécution du plan. Elle ne reste qu’en mémoire.
lead-secret-shown-once = Une nouvelle clé va directement dans l’offre ; sans cette partie du plan, elle est affichée une fois, à la fin de l’exécution.
lead-expires = Expire
lead-months = { $count ->
    [one] Dans { $count } mois
   *[other] Dans { $count } mois
  }
lead-licence-choose = Licence de produit
lead-licence-free = { $free ->
    [one] { $part } · { $free } place libre
   *[other] { $part } · { $free } places libres
  }
lead-user-there = { $name } existe déjà
lead-password-means = Le mot de passe vous sera demandé à l’exécution du plan : 8 caractères ou plus, trois types parmi minuscules, majuscules, chiffres et symboles. Il ne devra pas être changé à la première connexion.
lead-remind = Enregistrer un rappel pour le { $day }
lead-reminder-title = Renouveler les identifiants du service de prospects : { $name }
lead-reminder-text = Ils expirent le { $day }. Créez-en de nouveaux et saisissez-les dans les détails de la connexion de l’offre, sinon plus aucun prospect n’arrive.
lead-road-choose = Comment l’application entre dans l’environnement
lead-road-power-platform = Par l’API d’administration Power Platform
lead-road-dataverse = Directement dans Dataverse, comme nouvelle ligne de la table Utilisateur
lead-road-hand = À la main, dans le centre d’administration Power Platform
lead-account-absent = Le compte de service n’est pas encore utilisateur de cet environnement
lead-account-there = { $name } est utilisateur de cet environnement
lead-account-off = { $name } est un utilisateur désactivé de cet environnement
lead-account-role = Il a le rôle Microsoft Marketplace Lead Writer
lead-account-no-role = Il n’a pas le rôle Microsoft Marketplace Lead Writer
lead-role-later = Le rôle arrive avec la solution ; le plan ajoute ensuite ce qui lui manque.
lead-by-hand = Je règle cela à la main
lead-offer-means = Ouvrez d’abord la page Configuration de l’offre dans l’Espace partenaires : le plan remplit l’offre qui y est ouverte.
lead-open-portal = Ouvrir l’Espace partenaires
lead-page-look = Regarder de nouveau
lead-page-shown = Ouvert dans l’Espace partenaires : { $offer }
lead-offer-named = { $name } (nom affiché par la page ; offre { $offer })
lead-offer-name = { $name } (nom affiché par la page)
lead-offer-id = l’offre { $offer }
lead-offer-live = La page indique que l’offre est en ligne
lead-offer-draft = Pas encore en ligne : d’après la page, l’offre est un brouillon. Terminez-la et publiez-la : avant cela, aucun prospect de client n’arrive.
lead-offer-unproven = { $name } n’a encore écrit aucun prospect ; l’offre n’est peut-être pas connectée
lead-offer-no-account = Le compte de service choisi n’est pas encore un utilisateur de cet environnement : aucun prospect ne peut donc prouver l’offre
lead-next-title = Ce qui reste à faire
lead-after-secret = La clé secrète client expire le { $day } : à partir de là, plus aucun prospect n’arrive. Enregistrez un rappel dès maintenant.
lead-after-password = Le mot de passe doit être changé avant le { $day }, ici et dans l’offre : sinon, plus aucun prospect n’arrive. Enregistrez un rappel dès maintenant.
lead-page-untold = L’Espace partenaires affiche les prospects clients d’une offre ; son adresse n’indique pas laquelle
lead-page-opened = Connectez-vous là-bas et ouvrez la page Configuration de l’offre, puis regardez de nouveau ici.
lead-page-refused = Non autorisé. Sans cela, la page ne peut être remplie qu’à la main, avec les valeurs ci-dessous.
lead-hands-choose = Sur la page de l’offre
lead-hands-latchkey = Latchkey remplit et sélectionne OK et Valider
lead-hands-press = Latchkey remplit ; je sélectionne OK et Valider
lead-hands-admin = Je remplis la page moi-même
lead-detail-destination = Destination des prospects
    .is-dynamics = Dynamics 365 Customer Engagement
lead-detail-url = URL
lead-detail-authentication = Authentification
    .is-entra = Microsoft Entra ID
    .is-office365 = Office 365
lead-detail-directory = ID d’annuaire
slot-known-later = Connu après l’exécution du plan
lead-copy = Copier
lead-copy-named = Copier : { $what }
lead-emails = E-mails de contact, séparés par des points-virgules
lead-emails-label = E-mails de contact
lead-email-refused = { $address } n’est pas une adresse e-mail.
lead-email-many = Il y a plus d’adresses que le champ de l’Espace partenaires n’en accepte.
lead-leads-none = Il n’y a aucun prospect dans cet environnement.
lead-leads-newest = Derniers prospects
lead-lead-own = { $subject } · { $time } · par le compte de service
lead-lead-other = { $subject } · { $time }
lead-file-role = Rôle
lead-file-accounts = Comptes
lead-file-apps = Inscriptions d’applications
lead-client-typed = Ou l’ID d’application (client) d’une inscription d’application existante
lead-client-refused = Ce n’est pas un ID d’application (client) : il doit être un GUID.

# Salesforce: its rights and parts, and what it answered instead of data
salesforce-right-read = Lecture
salesforce-right-create = Création
salesforce-right-edit = Modification
salesforce-right-delete = Suppression
salesforce-right-view-all = Afficher tout
salesforce-right-modify-all = Modifier tout
salesforce-right-view-all-fields = Afficher tous les champs
salesforce-app = Application
salesforce-user = Utilisateur d’intégration
salesforce-permission-set = Ensemble d’autorisations
salesforce-what-organization = l’organisation Salesforce
salesforce-what-identity = qui est connecté à Salesforce
salesforce-what-connection = la connexion dans Salesforce
salesforce-what-apps = les applications connectées
salesforce-what-external-apps = les applications clientes externes
salesforce-what-users = les utilisateurs
salesforce-what-permission-sets = les ensembles d’autorisations
salesforce-what-assignments = qui possède quels ensembles d’autorisations
salesforce-what-object-permissions = les droits sur les objets
salesforce-what-field-permissions = les droits sur les champs
salesforce-what-description = la description d’un objet
salesforce-what-app-grants = qui peut utiliser l’application
salesforce-error-signed-out = Vous n’êtes pas connecté à { $host }, ou la session a expiré. Connectez-vous à Salesforce, puis relisez.
salesforce-error-api-disabled = Salesforce ne permet pas à cet utilisateur d’utiliser son API. Un administrateur lui donne API activée (API Enabled), dans le profil ou dans un ensemble d’autorisations.
salesforce-error-denied = Salesforce ne vous laisse pas lire ceci : { $what }. Il faut Afficher la configuration (View Setup and Configuration), ou davantage.
salesforce-error-limit = Salesforce n’a plus de requêtes d’API pour cette organisation aujourd’hui. Rien d’autre ne lui est demandé ; réessayez demain ou faites relever la limite.
salesforce-error-not-known = Salesforce ne connaît pas un champ ou un objet demandé, ou ne vous le montre pas : { $what }. Ce n’est pas la même chose qu’aucun.

# Sign-in to Salesforce: what went wrong, and what the admin can do
salesforce-sign-in-no-client = Latchkey n’a pas encore d’application cliente externe dans votre organisation Salesforce. Enregistrez-en une, puis saisissez son hôte et sa clé consommateur dans Paramètres.
salesforce-sign-in-cancelled = La connexion a été annulée, et rien n’a été modifié. Si sa fenêtre affichait redirect_uri_mismatch ou un client inconnu, vérifiez l’enregistrement de l’application cliente externe et le contenu de Paramètres.
salesforce-sign-in-expired = Personne n’est connecté à Salesforce, ou la session a expiré. Connectez-vous.
salesforce-sign-in-app = Cette organisation Salesforce ne connaît pas la clé consommateur. Vérifiez-la dans Paramètres ; une nouvelle application peut mettre dix minutes à être connue.
salesforce-sign-in-redirect = L’application cliente externe ne contient pas l’URL de rappel de ce navigateur. Ajoutez celle affichée dans Paramètres.
salesforce-sign-in-secret = L’application cliente externe exige un secret. Désactivez « Require Secret for Web Server Flow » et laissez « Require PKCE » activé : une extension ne peut garder aucun secret.
salesforce-sign-in-scope = L’application cliente externe n’autorise pas l’API. Donnez-lui l’étendue OAuth « Manage user data via APIs (api) ».
salesforce-sign-in-blocked = Un administrateur a bloqué l’application cliente externe dans cette organisation. Débloquez-la dans Configuration.
salesforce-sign-in-not-approved = L’application cliente externe est réservée aux utilisateurs approuvés, et vous n’en faites pas partie. Ajoutez votre profil ou l’un de vos ensembles d’autorisations aux stratégies de l’application.
salesforce-sign-in-inactive = Salesforce indique que l’utilisateur ou l’organisation est inactif. Connectez-vous avec un autre utilisateur.
salesforce-sign-in-organization = Vous vous êtes connecté à { $signed-in }, mais Paramètres indique { $wanted }. Connectez-vous là, ou modifiez Paramètres.

## Data policies and advanced connector policies
policy-group-business = Professionnel
policy-group-non-business = Non professionnel
policy-group-blocked = Bloqué
policy-placement-default = { $group }, par défaut
policy-placement-unclear = un groupe indéterminable : inconnu, ou indiqué deux fois
policy-gate-actions = { $count ->
    [one] Une de ses actions est bloquée : { $actions }
   *[other] { $count } de ses actions sont bloquées : { $actions }
}
policy-gate-actions-all = Toutes ses actions sont bloquées.
policy-gate-actions-left = Seules ces actions sont autorisées : { $actions }
policy-gate-actions-unclear = Les règles de ses actions ne peuvent pas être déterminées.
policy-gate-endpoint = La règle de point de terminaison { $pattern } refuse l’organisation Salesforce.
policy-gate-endpoint-unclear = Il a des règles de point de terminaison, et on ne peut dire si elles refusent l’organisation Salesforce.
policy-advanced-not-listed = La stratégie de connecteur avancée n’autorise pas le connecteur ; ce qu’elle ne mentionne pas est bloqué.
policy-advanced-connection-types = La stratégie de connecteur avancée n’autorise que certains types de connexion.
policy-advanced-unclear = Impossible de dire ce que la stratégie de connecteur avancée prévoit pour le connecteur.
policy-lock-tenant = le locataire
policy-whole = { $policy }, chacun de ses éléments
    .is-true = comme prévu par le plan
    .is-false = autrement que prévu par le plan
policy-step = Laisser passer le connecteur Salesforce dans la stratégie de données { $policy }
policy-reason-blocked = Le Sales agent a besoin du connecteur, et cette stratégie le bloque.
policy-reason-chosen = Le Sales agent a besoin du connecteur, et cette stratégie le bloque. Vous avez choisi { $group }.
policy-reason-beside-dataverse = Le Sales agent a besoin du connecteur, et cette stratégie le bloque. { $group } est présélectionné : Dataverse s’y trouve, et une application ne peut utiliser ensemble que des connecteurs d’un même groupe.
policy-reason-preset = Le Sales agent a besoin du connecteur, et cette stratégie le bloque. { $group } est présélectionné : cette stratégie n’autorise Dataverse dans aucun des deux groupes.
policy-unproven = Qu’une stratégie de données réécrite en entier garde ce que Latchkey n’en connaît pas, et qu’une ancienne version soit refusée, n’est pas encore prouvé sur un locataire réel ; elle est relue avant et après.
policy-delta-group = Groupe du connecteur Salesforce
policy-delta-actions = Ses actions
policy-delta-endpoint = Point de terminaison { $host }
policy-value-blocked = bloqué
policy-value-allowed = autorisé

## Salesforce connection
nav-salesforce-connection = Salesforce
salesforce-title = Connexion Salesforce
salesforce-subtitle = Permet à l’agent commercial de récupérer des données en arrière-plan, sans que personne soit connecté
salesforce-reading = Lecture de la connexion dans Salesforce…
salesforce-reason-host = Pour lire la connexion et ses droits dans votre organisation Salesforce, et écrire ce que vous approuvez.
salesforce-sources-title = Sources de données
salesforce-source-dynamics-name = Dynamics 365 Sales
salesforce-source-dynamics = Ne nécessite rien : l’agent travaille dans le même environnement et se connecte directement.
salesforce-source-salesforce-name = Salesforce
salesforce-source-salesforce = Nécessite une connexion de serveur à serveur : une application, un utilisateur d’intégration et un ensemble d’autorisations dans votre organisation Salesforce.
salesforce-connection = Connexion
salesforce-state-none = Il n’y a pas de connexion
salesforce-state-connected = Connecté : application, utilisateur d’intégration et ensemble d’autorisations sont présents
salesforce-state-partly = Seule une partie de la connexion est présente
salesforce-state-second-tenant = Un second locataire Microsoft Entra est peut-être connecté
salesforce-state-unread = L’état de la connexion n’a pas pu être lu
salesforce-state-unclear = Les applications n’ont pas pu être lues : on ne sait pas s’il y a une connexion complète
salesforce-state-elsewhere = La page de paramètres nomme une autre connexion que celle de cette organisation Salesforce
salesforce-parts-missing = Absent :
salesforce-connected-app = Application connectée
salesforce-external-app = Application cliente externe
salesforce-name-first = le nom des premières connexions, jusqu’au printemps 2026
salesforce-name-since = le nom documenté depuis le { $day }
salesforce-name-other = un nom absent de la documentation de Microsoft
salesforce-inactive = Inactif : laissé par une connexion antérieure. Salesforce ne supprime aucun utilisateur.
salesforce-left-set = Laissé par une connexion antérieure : personne ne l’a. L’activation de l’accès le reprendra peut-être.
salesforce-no-parts = Salesforce n’a ni utilisateur d’intégration, ni ensemble d’autorisations, ni application portant un nom donné par l’agent commercial.
salesforce-no-parts-read = Salesforce n’a ni utilisateur d’intégration ni ensemble d’autorisations portant un nom donné par l’agent commercial. La présence d’une application n’a pas été lue : regardez-y dans la Configuration, ou faites-la lire par quelqu’un qui peut voir les applications clientes externes.
salesforce-open = Ouvrir dans Configuration
salesforce-open-named = Ouvrir dans Configuration : { $name }
salesforce-drift-title = Modifié depuis le { $time }
salesforce-drift-remade = La connexion a été refaite, ici ou par quelqu’un d’autre : ses éléments sont différents
salesforce-drift-rights = Les droits de l’utilisateur d’intégration ont changé depuis la dernière vérification
salesforce-drift-lost = Détenus avant et plus maintenant :
salesforce-drift-gained = Détenus maintenant et pas avant :
salesforce-drift-known = C’est ainsi que cela doit être
salesforce-wish = Que doit devenir la connexion
salesforce-wish-nothing = La laisser telle quelle
salesforce-wish-nothing-means = Rien n’est fait.
salesforce-wish-connect = Activer l’accès
salesforce-wish-connect-means = L’agent crée l’application, l’utilisateur d’intégration et l’ensemble d’autorisations ; quelques minutes.
salesforce-wish-reconnect = Reconnecter
salesforce-wish-reconnect-means = Supprime la connexion et en crée une nouvelle : après une erreur, ou quand l’agent a été configuré pour davantage de champs personnalisés. D’ici là, l’agent ne reçoit aucune donnée de Salesforce.
salesforce-wish-off = Désactiver l’accès
salesforce-wish-off-means = Supprime l’application et l’utilisateur d’intégration de Salesforce. L’agent ne reçoit plus de données de Salesforce tant que l’accès n’est pas reconfiguré.
salesforce-plan-nothing = Choisissez d’abord ce que doit devenir la connexion.
salesforce-plan-second-tenant = Salesforce contient plus d’éléments de cette connexion qu’un seul locataire n’en crée. Connecter une organisation Salesforce à plusieurs locataires Microsoft Entra n’est pas pris en charge et peut provoquer des erreurs inattendues. Salesforce n’indique pas quel locataire les a créés : renseignez-vous avant de modifier quoi que ce soit ici.
salesforce-plan-page-off = Salesforce a une connexion, et la page de paramètres indique que l’accès est désactivé. Soit un autre locataire Microsoft Entra l’a créée, ce qui n’est pas pris en charge à côté du vôtre et peut provoquer des erreurs inattendues, soit l’accès a été désactivé il y a quelques minutes. Rechargez la page de paramètres et relisez ; si rien ne change, cherchez qui s’est connecté avant de modifier quoi que ce soit ici.
salesforce-plan-apps-unread = On ne sait pas si Salesforce est déjà connecté, peut-être à un autre locataire, car les applications n’ont pas pu être lues. Dans la Configuration de Salesforce, cherchez sous Applications connectées et sous Gestionnaire des applications clientes externes un nom contenant « Copilot » et « Sales ». S’il n’y en a pas, activez l’accès dans les paramètres de l’agent Sales, puis relisez ici.
salesforce-plan-elsewhere = La page de paramètres nomme une connexion que cette organisation Salesforce n’a pas : ce qui y serait fait modifierait celle d’une autre organisation. Connectez-vous à l’organisation Salesforce de cette connexion, ou fermez cette page. Si l’accès vient d’être activé ou désactivé, rechargez la page et regardez de nouveau.
salesforce-plan-connected = Il existe déjà une connexion. Reconnecter la refait.
salesforce-plan-not-connected = Il n’y a aucune connexion à refaire ou à désactiver.
salesforce-plan-unsaved = Quelque chose sur la page de paramètres n’est pas enregistré : ce serait enregistré avec le reste, ou perdu. Enregistrez-le ou annulez-le là-bas, puis regardez de nouveau ; ou effectuez vous-même les étapes sur la page.
salesforce-plan-connect = Connecter l’agent commercial à Salesforce
salesforce-plan-reconnect = Refaire la connexion de l’agent commercial à Salesforce
salesforce-plan-off = Désactiver l’accès de l’agent commercial à Salesforce
salesforce-note-connect = L’application, l’utilisateur d’intégration et l’ensemble d’autorisations sont créés dans cette organisation Salesforce par le service de Microsoft. Les droits de l’utilisateur figurent ensuite sous Droits.
salesforce-note-reconnect = Tant que la nouvelle connexion n’existe pas, l’agent ne reçoit aucune donnée de Salesforce. Les nouveaux éléments ont d’autres identifiants : un ensemble d’autorisations à vous que possédait l’utilisateur d’intégration doit être attribué au nouveau.
salesforce-note-off = L’agent ne peut plus accéder aux données de Salesforce. Pour l’utiliser de nouveau, la connexion doit être reconfigurée et reçoit d’autres identifiants.
salesforce-note-off-unseen = Salesforce ne montre aucune connexion : rien n’y peut montrer que l’accès est désactivé, seule la page de paramètres l’indique.
salesforce-note-one-tenant = Une organisation Salesforce ne peut être connectée qu’à un seul locataire Microsoft Entra.
salesforce-note-apps-unread = L’application n’a pas pu être lue, cette partie n’est donc pas prouvée : vérifiez-la dans Configuration.
salesforce-access = Activer l’accès
salesforce-step-connect = Activer l’accès et enregistrer
salesforce-step-reconnect = Reconnecter
salesforce-step-off = Désactiver l’accès
salesforce-step-app-gone = Voir que { $name } a disparu
salesforce-reason-connect = Il n’existe pas d’API pour cela : cela se fait dans les paramètres de l’agent commercial, et se voit dans Salesforce.
salesforce-reason-reconnect = Cela supprime la connexion et en crée une nouvelle, avec les champs pour lesquels l’agent est configuré maintenant.
salesforce-reason-off = Cela supprime l’application et l’utilisateur d’intégration de Salesforce.
salesforce-reason-app-gone = La désactivation de l’accès la supprime ; seul Salesforce le montre.
salesforce-guide-connect = Dans Outlook ou Teams, ouvrez l’application Sales → Paramètres → Connecteurs → Connexions de l’agent → Salesforce. Activez « Activer l’accès » et appuyez sur Enregistrer, une seule fois. Cela prend quelques minutes ; Latchkey regarde dans Salesforce jusqu’à ce que l’application et l’utilisateur soient là.
salesforce-guide-reconnect = Dans Outlook ou Teams, ouvrez l’application Sales → Paramètres → Connecteurs → Connexions de l’agent → Salesforce, et appuyez sur Se reconnecter, une seule fois. Latchkey regarde dans Salesforce jusqu’à ce que le nouvel utilisateur d’intégration soit là.
salesforce-guide-off = Dans Outlook ou Teams, ouvrez l’application Sales → Paramètres → Connecteurs → Connexions de l’agent → Salesforce, et désactivez « Activer l’accès » ; appuyez sur Enregistrer si la page le propose. Latchkey regarde dans Salesforce jusqu’à ce qu’aucun utilisateur d’intégration ne soit actif.
salesforce-guide-app-gone = Rien à faire si l’accès est désactivé : Salesforce montre en quelques minutes que l’application a disparu. Si l’accès est encore activé, désactivez-le comme ci-dessus.
salesforce-undo-reconnect = La connexion précédente est supprimée et ne peut pas être rétablie.
salesforce-left-anew = réactivé : une autre connexion, avec d’autres identifiants
salesforce-undo-app = L’application revient avec la connexion, sous forme nouvelle.
salesforce-unproven-page = L’emplacement dans les paramètres de l’agent commercial est celui documenté ; il n’est pas encore prouvé sur un locataire réel.
salesforce-user-with-set = Utilisateur d’intégration avec son ensemble d’autorisations
salesforce-app-named = Application { $name }
salesforce-connection-old = Telle quelle
salesforce-connection-new = Une nouvelle
salesforce-there = Présent
salesforce-not-there = Absent
salesforce-lock-organization = Organisation Salesforce
salesforce-lock-name = Nom de l’organisation Salesforce
salesforce-lock-user = Qui est connecté à Salesforce
salesforce-step-grant = Autoriser { $set } à utiliser { $app }
salesforce-reason-grant = Quand seuls les utilisateurs approuvés sont admis, chacun a besoin d’un accès par profil ou ensemble d’autorisations.
salesforce-grant = { $app } pour { $set }
salesforce-step-assign = Attribuer { $set } à { $user }
salesforce-reason-assign = L’ensemble d’autorisations possède le droit qui manque à l’utilisateur.
salesforce-assignment = { $set } pour { $user }
salesforce-step-api = Activer API activée dans { $set }
salesforce-reason-api = L’application accède à Salesforce en tant que ses utilisateurs, qui ont besoin de l’API.
salesforce-api-enabled = API activée dans { $set }
salesforce-reason-page = Pour voir l’application Sales dans Outlook ou Teams, dont les paramètres connectent l’agent.
salesforce-lock-page = Hôte de la page de paramètres
salesforce-note-page = Latchkey le fait sur la page de paramètres de { $host }. Cette page ne dit pas quelle organisation Salesforce elle concerne : le résultat est recherché dans celle où vous êtes connecté.
salesforce-plan-on-unmade = La page de paramètres indique que l’accès est activé, et Salesforce ne montre aucune connexion : elle est en cours de création, elle n’a pas pu être créée, ou cette page concerne une autre organisation. Rien ici ne montrerait le résultat ; Latchkey ne fait donc rien. Relisez dans quelques minutes ; si la page signale un problème, regardez de nouveau et choisissez Reconnecter.
salesforce-undo-page = L’étape qui attend Salesforce l’annule.
salesforce-undo-unmade = Salesforce n’avait aucune connexion à rétablir. Activez l’accès pour en créer une.
salesforce-step-open = Ouvrir « { $what } »
salesforce-reason-open = C’est sur le chemin du bouton bascule.
salesforce-reason-open-settings = C’est sur le chemin du bouton bascule. Si Connecteurs n’apparaît pas derrière, cette application Sales ne vous propose pas la connexion : laissez cette étape et confiez-la à un administrateur du CRM.
salesforce-reason-open-pane = C’est sur le chemin du commutateur. D’autres sources de données peuvent avoir le même : Latchkey ne prend que ce qui se trouve sous le nom Salesforce. Si cela n’apparaît pas, laissez cette étape et effectuez-les vous-même.
salesforce-step-switch-on = Activer « Activer l’accès »
salesforce-step-switch-off = Désactiver « Activer l’accès »
salesforce-reason-switch = Il n’existe pas d’API pour cela : cela se fait dans les paramètres de l’agent commercial.
salesforce-step-save = Enregistrer
salesforce-reason-save = Seul ce qui est enregistré compte ; si la page enregistre d’elle-même, il n’y a rien à presser.
salesforce-step-none-unsaved = Vérifier que la page n’a rien d’autre à enregistrer
salesforce-reason-none-unsaved = Toute autre modification non enregistrée serait enregistrée avec le reste, ou perdue. Vérifié de nouveau juste avant chaque clic.
salesforce-step-switched-on = Vérifier que « Activer l’accès » de Salesforce est activé
salesforce-step-switched-off = Vérifier que « Activer l’accès » de Salesforce est désactivé
salesforce-reason-switched = Seul le commutateur de Salesforce est enregistré. Vérifié de nouveau juste avant l’enregistrement.
salesforce-reason-made = Le produit crée l’application, l’utilisateur et l’ensemble d’autorisations en quelques minutes ; seul Salesforce montre qu’il l’a fait.
salesforce-step-made = Vérifier que la connexion est créée
salesforce-step-unmade = Vérifier que l’utilisateur d’intégration a disparu
salesforce-step-still-none = Vérifier que Salesforce n’a pas encore d’utilisateur d’intégration
salesforce-step-still-ours = Vérifier que Salesforce a toujours l’utilisateur d’intégration de cette exécution, et aucun autre
salesforce-step-still = Vérifier que { $name } est toujours là, et rien d’autre
salesforce-reason-still = Un autre locataire a pu se connecter, désactiver ou recréer la connexion depuis la lecture : dans ce cas, rien n’est fait. Vérifié de nouveau juste avant chaque clic.
salesforce-page-settings = Paramètres
salesforce-page-connectors = Connecteurs
salesforce-page-salesforce = Salesforce
salesforce-page-details = Détails de la connexion
salesforce-page-unsaved = Quelque chose à enregistrer
salesforce-page-title = La page de paramètres de l’agent commercial
salesforce-page-not-shown = Aucun onglet n’affiche Outlook ou Teams, ou Latchkey ne peut pas le voir. Sans lui, vous y effectuez les étapes vous-même, avec un guide.
salesforce-page-outlook = Ouvrir Outlook
salesforce-page-teams = Ouvrir Teams
salesforce-page-opened = Ouvert dans un onglet. Ouvrez-y l’application Sales, puis regardez à nouveau.
salesforce-page-refused = Non autorisé. Les étapes y restent guidées.
salesforce-page-look = Regarder à nouveau
salesforce-page-found = Outlook ou Teams est ouvert. L’adresse de l’application Sales n’est publiée nulle part : si l’une de celles-ci est la sienne, laissez Latchkey la voir, et aucune autre.
salesforce-page-none = Outlook ou Teams est ouvert, et l’application Sales n’y est pas visible. Ouvrez-la, puis regardez à nouveau.
salesforce-page-several = Les paramètres de l’application Sales sont visibles plusieurs fois, peut-être pour plusieurs locataires. Fermez tout sauf ceux qui sont visés, puis regardez de nouveau.
salesforce-page-allow = Laisser Latchkey voir { $host }
salesforce-page-shown = L’application Sales est visible sur { $host }
salesforce-page-driven = Le chemin vers « Activer l’accès » est trouvé : Latchkey peut le faire là.
salesforce-page-begun = Paramètres est visible ; la présence de « Connecteurs » ne se voit qu’une fois ouvert. S’il n’apparaît pas, cette application Sales ne vous propose pas la connexion : choisissez de faire les étapes vous-même, en tant qu’administrateur du CRM.
salesforce-page-undriven = Ni Paramètres ni Connecteurs n’y est visible : seuls les administrateurs du CRM les voient. Les étapes y restent guidées.
salesforce-page-weak = Trouvé uniquement par le texte voisin, à vérifier deux fois :
salesforce-page-on = « Activer l’accès » est activé
salesforce-page-off = « Activer l’accès » est désactivé
salesforce-page-named = Les détails de la connexion nomment la même application et le même utilisateur que Salesforce. Ils portent le même nom dans toutes les organisations : cela ne montre pas que la page concerne celle-ci
salesforce-page-named-otherwise = Les détails de la connexion nomment une connexion que cette organisation Salesforce n’a pas : la page en concerne une autre, ou montre un état antérieur : { $details }
salesforce-page-alert = La page de paramètres indique un problème
salesforce-page-alert-fix = Se reconnecter supprime la connexion et en crée une nouvelle, avec les champs pour lesquels l’agent est maintenant configuré.
salesforce-page-by-hand = J’effectue moi-même les étapes sur la page
salesforce-rights-title = Droits de l’utilisateur d’intégration
salesforce-ready-rights = Sur les objets et les champs, l’utilisateur d’intégration détient exactement ce qui est promis
salesforce-ready-more = L’utilisateur d’intégration détient tout ce qui est promis, et davantage
salesforce-ready-partly = Rien de ce qui a pu être lu ne manque ; une partie n’a pas pu être établie
salesforce-ready-unread = Les droits de l’utilisateur d’intégration n’ont pas pu être lus
salesforce-objects = Droits sur les objets
salesforce-object = Objet
salesforce-fields = Droits sur les champs
salesforce-field = Champ
salesforce-promised = Promis
salesforce-held = Détenu
salesforce-right-none = Aucun
salesforce-right-on = { $what } : { $right }
salesforce-standing-held = Détenu
salesforce-standing-more = Plus que promis :
salesforce-standing-missing = Manque :
salesforce-standing-absent = Manque
salesforce-standing-edit = Détenu, et modifiable
salesforce-standing-implicit = Lisible par quiconque lit l’objet
salesforce-standing-not-there = Cette organisation n’a pas ce champ
salesforce-standing-unknown = N’a pas pu être établi
salesforce-more-system = Droits sur toute l’organisation que personne n’a promis :
salesforce-more-objects = Objets que personne n’a promis :
salesforce-more-fields = Champs que personne n’a promis :
salesforce-custom-fields = Champs personnalisés pour lesquels l’agent a été configuré :
salesforce-holds = Cumul de :
salesforce-file-rights = Droits au format CSV
salesforce-settings-title = Connexion à Salesforce
salesforce-settings-lead = Les recettes sur Salesforce interrogent son API en votre nom, avec une application cliente externe de votre propre organisation. Le jeton reste uniquement en mémoire et disparaît avec le navigateur.
salesforce-host = Hôte de l’organisation (My Domain)
salesforce-host-wrong = Ce n’est pas une adresse d’organisation Salesforce : elle a la forme contoso.my.salesforce.com ou contoso.lightning.force.com.
salesforce-key = Clé consommateur (consumer key)
salesforce-no-client-here = Latchkey n’a pas encore d’application cliente externe dans votre organisation Salesforce. Enregistrez-en une comme décrit ci-dessous, puis enregistrez son hôte et sa clé consommateur ci-dessus.
salesforce-host-note = Toute adresse de l’organisation convient, y compris de Lightning.
salesforce-host-becomes = Latchkey interroge { $host }, l’hôte My Domain de cette adresse.
salesforce-key-note = De l’application cliente externe décrite ci-dessous. Ce n’est pas un secret.
salesforce-key-wrong = Ce n’est pas une clé consommateur : elle comporte au moins 15 caractères, uniquement des lettres, chiffres, points, traits de soulignement et tirets. Copiez-la depuis les paramètres OAuth de l’application.
salesforce-sign-in-needed = Connexion à Salesforce nécessaire
salesforce-sign-in = Se connecter à Salesforce
salesforce-sign-in-other = Se connecter avec un autre utilisateur
salesforce-signed-in = Connecté à { $host }
salesforce-account-organization = ID de l’organisation
salesforce-account-user = ID utilisateur
salesforce-account-since = Connecté depuis
salesforce-registration-title = Comment enregistrer l’application cliente externe
salesforce-registration-lead = Une fois par organisation Salesforce, dans Configuration.
salesforce-registration-new = External Client App Manager → New External Client App ; nom quelconque, distribution Local, Enable OAuth.
salesforce-registration-callback = URL de rappel, une ligne par navigateur :
salesforce-registration-scope = Étendues OAuth : Manage user data via APIs (api), et rien d’autre.
salesforce-registration-pkce = Sécurité : Require Proof Key for Code Exchange (PKCE) activé, Require secret for Web Server Flow désactivé.
salesforce-registration-policy = Stratégies : accordez-vous l’accès sous Permitted Users.
salesforce-registration-copy = Saisissez l’hôte et la clé consommateur ci-dessus. Une nouvelle application peut mettre dix minutes à être connue.
salesforce-ready-missing = { $count ->
    [one] Un droit promis manque
   *[other] { $count } droits promis manquent
  }
salesforce-ready-missing-more = { $count ->
        [one] Un droit promis manque
       *[other] { $count } droits promis manquent
    }, et { $more ->
        [one] { $more } droit est détenu en plus
       *[other] { $more } droits sont détenus en plus
    }
salesforce-sign-in-page-refused = Salesforce a refusé la page de connexion. Vérifiez la clé consommateur dans Paramètres, et que l’application cliente externe contient l’URL de rappel de ce navigateur ; une nouvelle application peut mettre dix minutes à être connue.

## Transcription of meetings
transcription-label = Transcription
transcription-lock = la stratégie de réunion de toute l’organisation
transcription-open = Ouvrir la stratégie de réunion de toute l’organisation
transcription-list = Afficher la liste des stratégies de réunion
transcription-lock-page = le menu du centre d’administration Teams
transcription-step = Activer Transcription dans la stratégie de réunion de toute l’organisation
transcription-save = Enregistrer la stratégie de réunion
transcription-seen = Vérifier dans la stratégie de réunion que cela a été gardé
transcription-unproven = L’API des stratégies est privée, et aucune page du centre d’administration Teams n’est publiée : rien de cela n’est encore prouvé sur un locataire réel. Ce qui est enregistré peut mettre des heures à parvenir aux utilisateurs.

## The readiness report: deployment of the sales agent with Salesforce
nav-readiness = État
deploy-title = Sales agent : état de préparation
deploy-subtitle = Copilot for Sales avec Salesforce, étape par étape : ce qui convient, ce qui ne convient pas et ce qui y remédie
deploy-reason-host = Pour savoir de quel locataire il s’agit dans le rapport.
deploy-reading = Lecture en cours…
deploy-sources = Sources
deploy-source-graph = Microsoft Graph
deploy-source-power-platform = Power Platform
deploy-source-teams = Centre d’administration Teams
deploy-source-salesforce = Salesforce
deploy-source-dataverse = Dataverse de msdyn_viva
deploy-source-hand = À la main
deploy-source-at = { $source }, { $time }
deploy-source-refused = { $source }, { $time } : tout ce qui y a été demandé a été refusé
deploy-source-not-read = { $source }, non lu
deploy-audience = Qui l’utilisera
deploy-audience-means = À indiquer d’abord : licences et droits sont comptés par rapport à ces personnes.
deploy-way-group = Tous les membres d’un groupe
deploy-way-licence = Toutes les personnes disposant d’une licence
deploy-way-names = Ces noms d’utilisateur
deploy-in-force = En vigueur
deploy-disabled =
    { $more ->
        [0] Non comptés, car le compte est désactivé : { $names }
        [one] Non comptés, car les comptes sont désactivés : { $names } et encore un
       *[other] Non comptés, car les comptes sont désactivés : { $names } et { $more } de plus
    }
deploy-group-name = Début du nom du groupe
deploy-group-seek = Rechercher
deploy-group-seeking = Recherche… Si Microsoft Graph demande d’attendre, Latchkey attend puis redemande.
deploy-group-none = Aucun nom de groupe ne commence ainsi.
deploy-group-take = Utiliser
deploy-group-take-named = Utiliser : { $group }
deploy-names-typed = Noms d’utilisateur (par exemple agent@contoso.com), séparés par des virgules ou des sauts de ligne
deploy-names-none = Aucun nom d’utilisateur n’est saisi.
deploy-said-group = Tous les membres de { $group }
deploy-said-licence = Toutes les personnes disposant d’une licence
deploy-said-names =
    { $count ->
        [one] { $count } nom d’utilisateur
       *[other] { $count } noms d’utilisateur
    }
deploy-people-count =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
deploy-absent = Personne ici ne s’appelle :
deploy-report = Le rapport
deploy-article-means = Il suit le guide de déploiement de Microsoft ; S001 suivi d’un numéro en désigne une règle, dans son ordre.
deploy-article = L’article : déploiement pour les clients Salesforce CRM
deploy-count-blocked = Bloqué : { $count }
deploy-count-attention = À vérifier : { $count }
deploy-count-unknown = Inconnu : { $count }
deploy-count-ready = En ordre : { $count }
deploy-step-numbered = { $step }. { $title }
deploy-step-before = Conditions préalables
deploy-step-outlook = Installer dans Outlook
deploy-step-teams = Installer et épingler dans Teams
deploy-step-transcripts = Activer les transcriptions des réunions Teams
deploy-step-access = Droits des utilisateurs dans Salesforce
deploy-step-dlp = Le connecteur Salesforce n’est pas bloqué
deploy-step-app = Microsoft Power Platform n’est pas bloqué dans Salesforce
deploy-step-environment = Première connexion et msdyn_viva
deploy-step-customize = Personnaliser (facultatif)
deploy-step-welcome = Accueillir les vendeurs
deploy-today-licence = L’article parle de la licence Copilot for Sales ; elle est aujourd’hui comprise dans Microsoft 365 Copilot. L’une ou l’autre convient.
deploy-today-outlook = Copilot for Sales s’appelle aujourd’hui Sales agent, et Applications intégrées > Obtenir des applications est devenu Agents > Tous les agents.
deploy-today-teams = Dans Teams, l’application s’appelle aujourd’hui Sales. Microsoft déconseille PowerShell pour cela.
deploy-today-dlp = Outre les stratégies de données (DLP dans l’article), les stratégies de connecteur avancées peuvent aujourd’hui bloquer le connecteur.
deploy-today-app = L’article dit l’installation facultative. Depuis septembre 2025, Salesforce refuse les applications non installées : elle est donc nécessaire.
deploy-today-welcome = L’article actuel consacre une étape 9 à Microsoft 365 Copilot ; l’accueil des vendeurs y est devenu l’étape 10.
deploy-wanted-role-global = Vous êtes administrateur du locataire
deploy-wanted-role-teams = Vous pouvez créer des stratégies de configuration dans Teams
deploy-wanted-role-power-platform = Vous pouvez lire et modifier les stratégies de données
deploy-wanted-licence = Chacun dispose d’une licence
deploy-wanted-outlook = L’agent est déployé dans Outlook
deploy-wanted-teams-install = Une stratégie de configuration installe l’application
deploy-wanted-teams-pin = La même stratégie épingle l’application
deploy-wanted-transcription = La transcription est activée dans la stratégie de réunion Global
deploy-wanted-customize-right = Vous pouvez personnaliser l’application dans Salesforce
deploy-wanted-people = Chacun se retrouve dans Salesforce
deploy-wanted-records = Chacun peut afficher, mettre à jour et créer des enregistrements
deploy-wanted-api-enabled = API Enabled est accordé à chacun
deploy-wanted-data-policies = Aucune stratégie de données ne bloque le connecteur Salesforce
deploy-wanted-advanced-policies = Aucune stratégie de connecteur avancée ne le bloque
deploy-wanted-app-listed = Microsoft Power Platform figure sous Connected Apps
deploy-wanted-permitted-users = Permitted Users laisse entrer chacun
deploy-wanted-ip-relaxation = IP Relaxation vaut Relax IP restrictions
deploy-wanted-refresh-token = Refresh Token Policy vaut Refresh token is valid until revoked
deploy-wanted-timeout = Timeout Value vaut None
deploy-wanted-environment = L’environnement msdyn_viva existe
deploy-wanted-administrators = Les administrateurs de msdyn_viva ont été passés en revue
deploy-wanted-settings = Les paramètres d’administration vous conviennent
deploy-wanted-ai-features = Les fonctionnalités d’IA sont configurées
deploy-wanted-forms = Les formulaires et les champs sont personnalisés
deploy-wanted-extensions = D’autres applications l’étendent
deploy-wanted-welcome = Les vendeurs ont reçu le message d’accueil
deploy-wanted-visible = L’application apparaît chez chacun
deploy-wanted-mailbox-policies = Les stratégies de boîte aux lettres laissent apparaître le complément
deploy-wanted-community = Les vendeurs connaissent la communauté
deploy-guide-roles = Centre d’administration Microsoft Entra : Rôles et administrateurs > le rôle > Affectations. Un rôle seulement éligible doit d’abord être activé (Mes rôles).
deploy-guide-licence = Centre d’administration Microsoft 365 : Facturation > Licences > le produit > Attribuer des licences. Définissez d’abord le lieu d’utilisation de l’utilisateur.
deploy-guide-outlook = Centre d’administration Microsoft 365 : Agents > Tous les agents > Sales > Déployer > Sélectionner les utilisateurs > Suivant > Accepter les autorisations > Suivant > Terminer le déploiement > Terminé. L’acceptation des autorisations vous revient. Les utilisateurs le voient sous 24 heures, au plus tard après 48. Cela ne l’installe pas dans Teams.
deploy-guide-teams-install = Centre d’administration Teams : Applications Teams > Stratégies de configuration > Gérer les stratégies > Ajouter. Activez l’épinglage par l’utilisateur ; Applications installées > Ajouter des applications > Sales > Ajouter. Enregistrez, puis Affectation de stratégie de groupe > Ajouter > le groupe, le rang et la stratégie > Appliquer.
deploy-guide-teams-pin = Dans la même stratégie : Applications épinglées > Ajouter des applications > Sales > Ajouter. Conservez les épingles par défaut ; l’ordre se règle sous Barre de l’application.
deploy-guide-transcription = Centre d’administration Teams : Réunions > Stratégies de réunion > Gérer les stratégies > Global (par défaut à l’échelle de l’organisation) > Enregistrement et transcription > Transcription activée > Enregistrer. Sans cela, l’application ne peut pas résumer une réunion enregistrée.
deploy-guide-customize-right = Salesforce : Setup > Users > Profiles > votre profil > System Permissions : Modify All Data ou Manage Data Integrations. Un ensemble d’autorisations ne suffit pas ici. Dans msdyn_viva, il faut aussi les rôles System Administrator et Sales Copilot Administrator.
deploy-guide-people = Salesforce : Setup > Users > Users. Donnez à l’utilisateur le Federation ID de son authentification unique, ou le même nom d’utilisateur ou la même adresse.
deploy-guide-records = Salesforce : Setup > Users > Profiles ou Permission Sets > Object Settings : Read, Create et Edit sur les comptes, contacts, pistes et opportunités. Un changement apparaît dans Teams sous 15 minutes.
deploy-guide-api-enabled = Salesforce : Setup > Users > Profiles > Administrative Permissions > API Enabled, ou un ensemble d’autorisations qui l’accorde.
deploy-guide-data-policies = Centre d’administration Power Platform : Stratégies > Stratégies de données > la stratégie > Modifier la stratégie > Connecteurs prédéfinis > Salesforce : Professionnel ou Non professionnel, pas Bloqué > Mettre à jour la stratégie. Avant la première connexion, seules les stratégies de tout le locataire peuvent être vérifiées.
deploy-guide-advanced-policies = Centre d’administration Power Platform : Gérer > Groupes d’environnements > le groupe de msdyn_viva > Règles > Stratégies de connecteur avancées : Salesforce figure dans la liste.
deploy-guide-app-listed = Salesforce : Setup > Platform Tools > Apps > Connected Apps > Manage Connected Apps : Microsoft Power Platform. Si elle manque : Connected Apps OAuth Usage > Microsoft Power Platform > Install (Unblock si elle est bloquée). Elle y figure dès que quelqu’un s’est connecté avec elle.
deploy-guide-permitted-users = Salesforce : Manage Connected Apps > Microsoft Power Platform > OAuth Policies > Permitted Users. Avec Admin approved users are pre-authorized, ajoutez plus bas des profils ou des ensembles d’autorisations ; avec All users may self-authorize, rien de plus n’est nécessaire.
deploy-guide-ip-relaxation = Salesforce : Manage Connected Apps > Microsoft Power Platform > Edit Policies > OAuth Policies > IP Relaxation. Aucune API ne l’indique.
deploy-guide-refresh-token = Salesforce : Manage Connected Apps > Microsoft Power Platform > Edit Policies > OAuth Policies > Refresh Token Policy.
deploy-guide-timeout = Salesforce : Manage Connected Apps > Microsoft Power Platform > Edit Policies > Session Policies > Timeout Value. Aucune API ne l’indique ; le délai des sessions mobiles est un autre réglage.
deploy-guide-environment = Centre d’administration Power Platform : Gérer > Environnements > msdyn_viva. Le premier utilisateur qui se connecte à Salesforce depuis l’application dans Outlook ou Teams le crée. Ne le modifiez ni ne le supprimez jamais ; convertir une version d’essai en production est la seule exception.
deploy-guide-administrators = Centre d’administration Power Platform : Gérer > Environnements > msdyn_viva > Paramètres > Utilisateurs + autorisations > Utilisateurs > Gérer les rôles de sécurité. Les administrateurs généraux et Power Platform y ont d’office le rôle System Administrator ; examinez toute autre personne qui l’a.
deploy-guide-settings = L’application Sales dans Outlook ou Teams > Paramètres. Seuls les administrateurs du CRM la voient.
deploy-guide-ai-features = L’application Sales > Paramètres > Fonctionnalités d’IA : préversion ou disponibilité générale.
deploy-guide-forms = L’application Sales > Paramètres > Formulaires. Elle fonctionne sans modification.
deploy-guide-extensions = L’article sur l’extension du produit explique comment relier d’autres applications.
deploy-guide-welcome = Envoyez le message ci-dessous.
deploy-guide-visible = Demandez à un vendeur de chercher Sales dans Outlook. L’affichage, là et dans les autres applications Microsoft 365, peut prendre jusqu’à 48 heures.
deploy-guide-mailbox-policies = Centre d’administration Exchange : Rôles > Stratégies Outlook Web App, ou Get-OwaMailboxPolicy : ces quatre valeurs sont vraies. Sinon, l’application reste masquée après 48 heures.
deploy-guide-community = Ses forums mettent en relation avec des pairs et des experts y examinent régulièrement les questions ; les idées vont à l’équipe produit.
deploy-unknown-signed-out = Non lu : connectez-vous à { $source } ci-dessus ou vérifiez à la main.
deploy-unknown-hand = Rien de ce que Latchkey peut interroger ne l’indique : vérifiez à la main.
deploy-unknown-page = Seule la page dans Salesforce l’indique : vérifiez-y.
deploy-unknown-optional = Facultatif : aucune API n’indique son réglage.
deploy-unknown-welcome = Leur réception n’est pas lue.
deploy-unknown-community = Leur présence n’est pas lue.
deploy-unknown-audience = Indiquez d’abord qui l’utilisera.
deploy-unknown-people = Pas encore lu pour les personnes qui l’utiliseront.
deploy-checked-by-hand = Vous l’avez vérifié à la main.
deploy-reviewed-before = Vous les avez passés en revue à la main le { $day } : cela vaut pour ceux qui y étaient alors.
deploy-role-held = Vous êtes { $role }.
deploy-role-lacking = Vous n’êtes pas { $role } : quelqu’un d’autre doit faire ce qui l’exige.
deploy-role-eligible = Les rôles que vous pourriez activer (Privileged Identity Management) n’apparaissent pas ici.
deploy-licence-none-bought = Le locataire n’a aucune licence : ni Microsoft 365 Copilot ni Copilot for Sales. L’achat vous revient.
deploy-licence-lapsed = La licence du locataire n’est pas en vigueur : elle a expiré ou est suspendue. Son renouvellement vous revient.
deploy-licence-off =
    { $count ->
        [one] Une personne a une licence où l’application est désactivée : activez-la dans le Centre d’administration Microsoft 365.
       *[other] { $count } personnes ont une licence où l’application est désactivée : activez-la dans le Centre d’administration Microsoft 365.
    }
deploy-partial = Tout n’a pas pu être lu ; rien n’en est donc conclu.
deploy-audience-empty = Elle ne compte personne.
deploy-audience-not-all =
    { $count ->
        [one] Un des noms ne désigne personne dans le locataire, ou plusieurs personnes : le constat ne porte que sur les autres.
       *[other] { $count } des noms ne désignent personne dans le locataire, ou plusieurs personnes : le constat ne porte que sur les autres.
    }
deploy-licence-seats = { $with ->
        [0] Personne n’en a une
        [one] Une personne en a une
       *[other] { $with } personnes en ont une
    } ; { $free ->
        [0] aucune place n’est libre.
        [one] une place est libre.
       *[other] { $free } places sont libres.
    }
deploy-licence-all =
    { $count ->
        [one] La seule personne a une licence.
       *[other] Les { $count } personnes ont une licence.
    }
deploy-licence-lacking =
    { $count ->
        [one] { $count } personne n’a pas de licence.
       *[other] { $count } personnes n’ont pas de licence.
    }
deploy-licence-short =
    { $count ->
        [one] Il manque { $count } place : l’achat vous revient.
       *[other] Il manque { $count } places : l’achat vous revient.
    }
deploy-environment-none = msdyn_viva n’existe pas encore : la première connexion d’un utilisateur à Salesforce depuis l’application le crée.
deploy-environment-not-all = Aucun des environnements qui vous sont montrés n’est msdyn_viva, mais seul un administrateur de tout le locataire les voit tous.
deploy-environment-anybody = N’importe quel utilisateur peut le provoquer ; le réglage qui limite les environnements d’essai aux administrateurs ne l’empêche pas.
deploy-environment-trial = msdyn_viva existe en version d’essai et disparaît à son expiration. Convertissez-le avant : centre d’administration Power Platform > Gérer > Environnements > msdyn_viva > Convertir en production. La date d’expiration figure sur cette page ; Latchkey ne la lit pas.
deploy-environment-there = msdyn_viva existe ({ $kind }).
deploy-customize-right = Votre profil a Modify All Data ou Manage Data Integrations.
deploy-customize-right-lacking = Votre profil n’a ni Modify All Data ni Manage Data Integrations.
deploy-own-unread = Salesforce n’indique pas qui est connecté, ou ce n’est pas un utilisateur ordinaire.
deploy-people-all =
    { $count ->
        [one] La seule personne est trouvée, une fois.
       *[other] Les { $count } personnes sont trouvées, chacune une fois.
    }
deploy-people-not-all = { $none ->
        [one] { $none } introuvable
       *[other] { $none } introuvables
    }, { $several ->
        [one] { $several } ambigu.
       *[other] { $several } ambigus.
    }
deploy-people-by = Recherche par Federation ID, puis nom d’utilisateur, puis adresse. La suite ne compte que les personnes trouvées.
deploy-people-none = Aucune de ces personnes n’a été trouvée dans Salesforce.
deploy-records-all = Les { $count } peuvent afficher, mettre à jour et créer comptes, contacts, pistes et opportunités.
deploy-records-lacking =
    { $count ->
        [one] { $count } personne n’a pas tous les droits sur ces objets.
       *[other] { $count } personnes n’ont pas tous les droits sur ces objets.
    }
deploy-api-all = API Enabled est accordé aux { $count }.
deploy-api-lacking =
    { $count ->
        [one] { $count } personne n’a pas API Enabled et ne peut pas l’utiliser.
       *[other] { $count } personnes n’ont pas API Enabled et ne peuvent pas l’utiliser.
    }
deploy-app-listed = Elle est installée.
deploy-app-not-listed = Elle n’est pas installée, ou elle est bloquée : les utilisateurs ordinaires sont refusés.
deploy-app-install = Aucune API ne dit lequel des deux, et aucune n’y change rien : Connected Apps OAuth Usage affiche à côté Install ou Unblock. Après Unblock, elle n’y figure plus tant que personne ne s’est reconnecté avec elle.
deploy-app-unread = L’application ou ses autorisations n’ont pas pu être lues entièrement.
deploy-app-several = Plusieurs applications de ce nom sont installées : impossible de dire laquelle une autorisation viserait. Supprimez ou renommez les autres dans Salesforce Setup.
deploy-app-first = L’application doit d’abord exister.
deploy-permitted-self = All users may self-authorize : personne n’a besoin d’autorisation.
deploy-permitted-approved = Admin approved users are pre-authorized, et chacun est autorisé.
deploy-permitted-lacking =
    { $count ->
        [one] Admin approved users are pre-authorized, et { $count } personne n’est pas autorisée.
       *[other] Admin approved users are pre-authorized, et { $count } personnes ne sont pas autorisées.
    }
deploy-refresh-until-revoked = Il est valide jusqu’à révocation.
deploy-refresh-unproven = D’après la durée de validité vide de l’API, dont le sens n’est pas encore prouvé sur une organisation réelle.
deploy-refresh-ends = Il expire : les utilisateurs devraient se reconnecter sans cesse.
deploy-reason-setup = Pour voir la page de Microsoft Power Platform dans la configuration de Salesforce, la seule à indiquer IP Relaxation et Timeout Value.
deploy-setup-open = Ouvrir la page dans la configuration
deploy-setup-opened = Ouverte dans un onglet. Une fois la page affichée, regardez à nouveau.
deploy-setup-refused = Non autorisé : vérifiez à la main.
deploy-setup-by-page = La page de l’application sur { $host } indique : { $value }
deploy-setup-other = Une page d’une autre application ou organisation est ouverte ({ $host }) : elle ne dit rien de celle-ci.
deploy-setup-editing = Le formulaire est ouvert, et ce qui y est choisi n’est peut-être pas enregistré : enregistrez ou annulez, puis regardez à nouveau.
deploy-setup-not-found = Introuvable sur la page : vérifiez-y.
deploy-setup-untold = Ce qu’indique la page n’a pas pu être interprété : vérifiez-y.
deploy-setup-may-not = La page n’a pas Edit Policies pour vous : modifier exige Customize Application, ainsi que Manage Connected Apps ou Modify All Data.
deploy-setup-contradicts = La page et l’API ne concordent pas : vérifiez vous-même.
deploy-setup-contradiction = La page indique : { $value } L’API indique : { $api }
deploy-ip-relaxed = Les restrictions IP sont assouplies.
deploy-ip-otherwise = Les restrictions IP ne sont pas assouplies : le connecteur peut être refusé, car il ne vient pas de vos adresses approuvées.
deploy-timeout-none = Il n’y a pas de délai d’expiration.
deploy-timeout-some = Les sessions expirent après un certain temps : les utilisateurs devraient se reconnecter sans cesse.
deploy-what-setup = La page de l’application dans la configuration
deploy-lock-setup = La page de l’application dans la configuration
deploy-setup-form = Formulaire des stratégies de l’application
    .is-true = ouvert
    .is-false = fermé
deploy-setup-edit = Edit Policies
    .is-true = là
    .is-false = absent : un formulaire ouvert doit d’abord être enregistré ou annulé
deploy-policy-ip = IP Relaxation
    .is-BYPASS = Relax IP restrictions
    .is-BYPASS_2FACTOR = Relax IP restrictions for activated devices
    .is-ENFORCE_RELAXREFRESH = Enforce IP restrictions, but relax for refresh tokens
    .is-ENFORCE = Enforce IP restrictions
deploy-policy-ip-wanted = Relax IP restrictions
deploy-policy-refresh = Refresh Token Policy
    .is-infinite = Refresh token is valid until revoked
    .is-true = choisi
    .is-false = non choisi
deploy-policy-refresh-wanted = Refresh token is valid until revoked
deploy-policy-timeout = Timeout Value
    .is-none = None
deploy-policy-timeout-wanted = None
deploy-setup-step-open = Ouvrir le formulaire pour { $policy }
deploy-setup-step-choose = Choisir { $value } pour { $policy }
deploy-setup-step-save = Enregistrer { $policy } : { $value }
deploy-reason-setup-open = Aucune API ne le modifie : la page le fait, sous Edit Policies.
deploy-reason-setup-choose = Comme l’article le veut pour le connecteur.
deploy-reason-setup-save = Terminé une fois que la page qui affiche les stratégies l’indique.
deploy-undo-form = Le formulaire se referme quand il est enregistré.
deploy-undo-refresh = Ce choix n’a pas pu être identifié et ne peut donc pas être rétabli : { $value }
deploy-undo-note-licences = { $count ->
        [one] Une personne perd la licence et ne peut plus
       *[other] { $count } personnes perdent la licence et ne peuvent plus
    } utiliser l’application ; les places sont libres pour d’autres. Les données de services que seule cette licence couvrait ne sont pas conservées indéfiniment : occupez-vous-en d’abord.
deploy-undo-note-transcription = La transcription est de nouveau désactivée pour tous ceux que vise la stratégie de réunion de toute l’organisation : l’application ne peut plus résumer leurs réunions enregistrées.
deploy-undo-note-policies = Une fois rétablie, la stratégie de données bloque de nouveau le connecteur Salesforce dans tous ses environnements, dont msdyn_viva : l’agent commercial s’y arrête, comme tout ce qui utilise le connecteur entre-temps.
deploy-undo-note-grant = Quiconque ne peut utiliser l’application que par cet ensemble d’autorisations ou ce profil est dès lors refusé, où qu’il l’utilise.
deploy-undo-note-setup = Les anciennes stratégies de Microsoft Power Platform valent de nouveau pour tous les utilisateurs de cette application dans Salesforce : le connecteur peut être refusé, ou les utilisateurs doivent se reconnecter.
deploy-undo-note-administrators = { $count ->
        [one] Une personne redevient System Administrator de msdyn_viva
       *[other] { $count } personnes redeviennent System Administrator de msdyn_viva
    } : de nouveau, tout peut y être lu et modifié, y compris les données que l’application y conserve.
deploy-unproven-setup = L’emplacement sur la page provient d’articles et de code public ; il n’est pas encore prouvé sur une organisation réelle.
deploy-note-setup = La page agit au nom de la personne connectée à Salesforce dans son onglet. Gardez-la ouverte jusqu’à la fin du plan.
deploy-note-setup-reach = Ce qui change pour Microsoft Power Platform dans Salesforce vaut pour tous les utilisateurs de cette application, pas seulement pour les vendeurs.
deploy-note-ip = Relax IP restrictions assouplit la sécurité : les sessions de cette application sont admises depuis n’importe quelle adresse, même hors des plages approuvées. L’article le veut parce que le connecteur ne vient pas de vos adresses. Ce qui limite par ailleurs l’accès, comme Permitted Users, demeure.
deploy-note-refresh = Un jeton d’actualisation valable jusqu’à révocation assouplit la sécurité : qui s’en empare garde l’accès jusqu’à sa révocation dans Salesforce. L’article le veut pour que les utilisateurs n’aient pas à se reconnecter sans cesse.
deploy-note-timeout = Timeout Value None assouplit la sécurité : l’application ne met fin à aucune session, si bien qu’un appareil laissé ouvert reste connecté aussi longtemps que le profil ou l’organisation le permet. L’article le veut pour que les utilisateurs n’aient pas à se reconnecter sans cesse.
deploy-note-unconsented = En l’état, les licences ne peuvent pas être attribuées : l’exécution s’y arrêterait. { $why } La ligne des licences du rapport propose la connexion.
deploy-visible-not-deployed = Cochez d’abord le déploiement dans Outlook ci-dessus : les heures sont comptées à partir de là.
deploy-visible-first-day = Déployé il y a { $hours } heures : le complément peut mettre jusqu’à 24 heures à apparaître, 48 au plus.
deploy-visible-second-day = Déployé il y a { $hours } heures : cela peut encore prendre jusqu’à 48 heures.
deploy-visible-late = Déployé il y a { $hours } heures : si l’application n’apparaît pas, examinez les stratégies de boîte aux lettres ci-dessous.
deploy-check-by-hand = Vérifier à la main
deploy-open = Ouvrir { $host }
deploy-checked = Je l’ai vérifié
deploy-deployed-now = Je l’ai déployé : compter les heures à partir de maintenant
deploy-names = { $count } noms
deploy-licence = Licence
deploy-licence-option = { $part } ({ $free ->
        [one] { $free } libre
       *[other] { $free } libres
    })
deploy-location = Lieu d’utilisation
deploy-set = Autoriser par
deploy-set-profile = Profil { $set } ({ $reach })
deploy-set-permission-set = Ensemble d’autorisations { $set } ({ $reach })
deploy-set-reach = { $count } d’entre eux, { $holders ->
        [one] { $holders } personne
       *[other] { $holders } personnes
    } en tout
deploy-set-reach-unread = { $count } d’entre eux ; le nombre total n’a pas été lu
deploy-step-grant-set = Autoriser l’ensemble d’autorisations { $set } à utiliser { $app }
deploy-step-grant-profile = Autoriser le profil { $set } à utiliser { $app }
deploy-reason-grant = { $count ->
        [one] Quiconque le possède peut alors utiliser l’application : { $count } personne.
       *[other] Quiconque le possède peut alors utiliser l’application : { $count } personnes en tout, dont { $chosen } parmi les futurs utilisateurs sans autorisation.
    }
deploy-reason-grant-unread = Quiconque le possède peut alors utiliser l’application, dont { $chosen } parmi les futurs utilisateurs sans autorisation ; combien le possèdent en tout n’a pas pu être lu.
deploy-plan-title =
    { $count ->
        [one] Corriger { $count } point pour Sales agent
       *[other] Corriger { $count } points pour Sales agent
    }
deploy-plan-nothing = Il n’y a rien à corriger.
deploy-plan-incomplete = Aucun plan ne repose sur ce qui n’a pas été lu entièrement : { $what }.
deploy-plan-sign-in = Connectez-vous d’abord : l’écriture s’y fait.
deploy-plan-no-licence = Aucune licence avec une place libre n’est choisie.
deploy-plan-no-location = Saisissez le lieu d’utilisation en deux lettres, par exemple FR.
deploy-plan-no-set = Aucun ensemble d’autorisations n’est choisi.
deploy-what-audience = qui l’utilisera
deploy-reason-licence = Sans elle, l’utilisateur ne peut pas utiliser le produit. Elle occupe une place libre que votre locataire possède déjà.
deploy-note-seats =
    { $more ->
        [0] Restent sans licence : { $names }.
        [one] Restent sans licence : { $names } et une autre personne.
       *[other] Restent sans licence : { $names } et { $more } autres personnes.
    }
deploy-note-not-let-in =
    { $more ->
        [0] Restent sans autorisation : { $names }.
        [one] Restent sans autorisation : { $names } et une autre personne.
       *[other] Restent sans autorisation : { $names } et { $more } autres personnes.
    }
deploy-note-cost = Seules des places libres d’abonnements que votre locataire possède déjà sont attribuées : rien n’est acheté. Si votre contrat facture les places attribuées, chacune compte dès maintenant.
deploy-note-transcription = La stratégie de réunion de toute l’organisation vaut pour tous ceux à qui aucune autre n’est attribuée : leurs réunions pourront dès lors être transcrites, et pas seulement celles des vendeurs. Sans cela, l’application ne peut pas résumer une réunion enregistrée.
deploy-seats = Qui en reçoit une : { $given } sur { $all }
deploy-seats-full = Il n’y a plus de place libre : retirez-en une à quelqu’un pour la donner à quelqu’un d’autre.
deploy-files-means = Sous forme de page à imprimer ou de JSON ; ce qui a été lu y figure avec l’heure et la source.
deploy-files-page = Page à imprimer
deploy-paper-place = Où : { $place }
deploy-about-audience = Qui l’utilisera
deploy-about-tenant = Locataire
deploy-about-environment = Environnement
deploy-about-salesforce = Organisation Salesforce
deploy-about-read = Lu
deploy-about-totals = Totaux
deploy-about-not-read = non indiqué ou non lu
deploy-welcome-language = Langue du message
deploy-welcome-read = Lire le message
deploy-welcome-mail = Nouveau message
deploy-welcome-short = Le nouveau courrier contient un message abrégé, car les logiciels de messagerie coupent les adresses longues : un seul lien remplace les articles. La copie et le fichier HTML ont tout.
deploy-welcome-save-page = Enregistrer en HTML
deploy-welcome-copied = Copié
deploy-welcome-without = Absent du message, faute d’avoir été lu : { $fact }.
deploy-fact-tenant = le nom de votre organisation
deploy-fact-salesforce = l’adresse de Salesforce
deploy-fact-sender = votre nom
deploy-welcome-subject = Bienvenue dans Sales agent
deploy-welcome-dear = Chères vendeuses, chers vendeurs de { $tenant },
deploy-welcome-dear-all = Chères vendeuses, chers vendeurs,
deploy-welcome-what = Bienvenue dans Sales agent (auparavant Copilot for Sales), une application qui amène les données Salesforce et des analyses assistées par l’IA dans votre travail dans Outlook et Teams.
deploy-welcome-first = Votre première connexion
deploy-welcome-sign-in = Ouvrez Sales dans Outlook ou Teams et connectez-vous à Salesforce avec votre propre compte. L’application peut mettre jusqu’à 48 heures à apparaître.
deploy-welcome-sign-in-at = Ouvrez Sales dans Outlook ou Teams et connectez-vous à Salesforce ({ $host }) avec votre propre compte. L’application peut mettre jusqu’à 48 heures à apparaître.
deploy-welcome-sign-in-how = Comment se connecter
deploy-welcome-pin = Comment ouvrir et épingler l’application
deploy-welcome-more = Ce que vous pouvez faire
deploy-welcome-articles = Tous les articles pour les vendeurs
deploy-welcome-contact = Relier un contact à Salesforce
deploy-welcome-save = Enregistrer e-mails et réunions dans Salesforce
deploy-welcome-record = Voir les détails d’un enregistrement
deploy-welcome-draft = Rédiger des e-mails
deploy-welcome-meeting = Lire le résumé d’une réunion Teams
deploy-welcome-update = Mettre à jour des enregistrements sans quitter Outlook
deploy-welcome-help = Aide
deploy-welcome-trouble = Guide de dépannage
deploy-link-community = Communauté : forums avec des pairs et des experts
deploy-link-ideas = Idées pour l’équipe produit
deploy-welcome-from = Bien cordialement, { $name }
deploy-welcome-at = { $says } : { $address }
deploy-source-connector-policies = API Power Platform
deploy-environment-not-ready = msdyn_viva est en cours de création.
deploy-environment-developer = Un environnement s’appelle msdyn_viva, mais c’est celui d’un créateur : on ne peut pas dire s’il est celui de l’agent commercial. Examinez-le dans le centre d’administration et faites-le renommer s’il ne l’est pas.
deploy-environment-unclear = { $count } environnements s’appellent msdyn_viva : on ne peut pas dire lequel est celui de l’agent commercial. Examinez-les dans le centre d’administration et faites renommer les autres.
deploy-environment-untold = msdyn_viva existe, mais Power Platform ne dit ni son état ni son type.
deploy-policies-unplaced = Aucune stratégie visant tous les environnements ne fait obstacle, mais on ne peut pas dire si une stratégie vise msdyn_viva.
deploy-policies-superseded = Une stratégie de connecteur avancée remplace ici les stratégies de données.
deploy-policies-not-all = Rien ne fait obstacle, mais seul un administrateur de tout le locataire voit toutes les stratégies de données.
deploy-policies-none = Aucune stratégie de données ne le concerne.
deploy-policies-open = Rien ne lui fait obstacle.
deploy-policies-limited = Une partie est utilisable ; que cela suffise n’est publié nulle part.
deploy-policies-unclear = On ne peut pas dire s’il est utilisable.
deploy-policies-blocked = Il est bloqué.
deploy-policy-line = { $policy } – { $group }
deploy-policy-line-reach = { $policy } – { $group } – { $reach }
deploy-policies-apart = { $policy } place Salesforce dans { $salesforce } et Dataverse dans { $dataverse } : aucune application ne peut utiliser les deux. Rien ne documente si Sales agent en a besoin.
deploy-policies-before = msdyn_viva n’existe pas encore : seules les stratégies visant tout environnement à venir sont vérifiables.
deploy-policies-touches =
    { $more ->
        [0] { $count ->
            [0] la modification ne touche aucun autre environnement
           *[other] la modification touche aussi : { $names }
        }
        [one] la modification touche aussi : { $names } et encore un
       *[other] la modification touche aussi : { $names } et { $more } de plus
    }
deploy-group-preset = { $group } (présélectionné)
deploy-group-each = Dans chaque stratégie, sa présélection
deploy-group-beside-dataverse = { $policy } : { $group } est présélectionné, car Dataverse s’y trouve et une application ne peut utiliser ensemble que des connecteurs d’un même groupe. L’un ou l’autre convient.
deploy-group-without-dataverse = { $policy } : { $group } est présélectionné, car cette stratégie n’autorise Dataverse dans aucun des deux groupes. L’un ou l’autre convient.
deploy-advanced-before = msdyn_viva n’existe pas encore : ces stratégies s’affectent à un environnement ou à son groupe.
deploy-advanced-none = Aucune n’est affectée à msdyn_viva ni à son groupe.
deploy-advanced-open = Celles affectées à msdyn_viva l’autorisent.
deploy-transcription-on = Elle est activée.
deploy-transcription-off = Elle est désactivée : les réunions enregistrées ne peuvent pas être résumées.
deploy-teams-installed = Une stratégie de configuration l’installe.
deploy-teams-not-installed = Aucune stratégie de configuration ne l’installe.
deploy-teams-no-user-pinning = Une stratégie de configuration l’installe, mais l’épinglage par l’utilisateur y est désactivé.
deploy-teams-pinned = La même stratégie l’épingle et conserve les épingles par défaut.
deploy-teams-not-pinned = Aucune stratégie qui l’installe ne l’épingle.
deploy-teams-pins-missing = Elle est épinglée, mais des épingles par défaut manquent : Activité, Conversation et Équipes doivent rester.
deploy-teams-assigned = L’affectation de ces stratégies n’est pas lue :
deploy-teams-app-refused = Votre rôle suffit, mais Teams refuse cette application : son API des stratégies est privée et peut ne pas admettre une application propre au locataire. Vérifiez-le ou faites-le dans le centre d’administration Teams.
deploy-teams-refused = { $why } Si les deux sont là, c’est cette application que Teams refuse : son API des stratégies est privée et peut ne pas admettre une application propre au locataire. Vérifiez-le ou faites-le alors dans le centre d’administration Teams.
deploy-what-policies = les stratégies de données
deploy-note-policies = Une stratégie de données vise tous ses environnements, pas seulement msdyn_viva. Des connexions désactivées peuvent le rester quelque temps.
deploy-note-policy-touches =
    { $more ->
        [0] { $policy } vise aussi : { $names }.
        [one] { $policy } vise aussi : { $names } et un autre environnement.
       *[other] { $policy } vise aussi : { $names } et { $more } autres environnements.
    }
deploy-source-choose = Se connecter : { $source }
registration-power-platform-api = Autorisations d’API > API utilisées par mon organisation > Power Platform API > Autorisations déléguées ; seulement pour le rapport de préparation, pour lire les stratégies de connecteur avancées :
registration-teams = Autorisations d’API > API utilisées par mon organisation > Skype and Teams Tenant Admin API > Autorisations déléguées ; seulement pour le rapport de préparation :
registration-dataverse = Autorisations d’API > API utilisées par mon organisation > Dataverse > Autorisations déléguées ; seulement pour le rapport de préparation, pour passer en revue les administrateurs de msdyn_viva :
registration-missing = Si une API n’est pas dans cette liste, personne n’a encore utilisé Power Apps dans ce locataire : ouvrez une fois make.powerapps.com et regardez de nouveau.
registration-api-id = Se trouve aussi par son ID : { $id }
registration-recipes = Pour : { $recipes }
registration-recipes-all = Pour toutes les recettes qui se connectent
sign-in-resource-dataverse = Dataverse
sign-in-why-environment = pour lire, dans l’environnement msdyn_viva, qui l’administre, et le retirer à ceux que vous choisissez
remembered-title = Ce qui est mémorisé
remembered-lead = Qui utilisera Sales agent et ce que vous avez coché, par locataire, tel que vous l’avez choisi ou saisi ; et l’état de la connexion Salesforce et l’endroit où les paramètres Sales étaient affichés. Dans ce navigateur seulement.
remembered-forget = L’oublier
remembered-forgotten = Oublié.
remembered-kept = Impossible de l’oublier.
deploy-administrators-before = msdyn_viva n’existe pas encore.
deploy-administrators-found = { $count ->
    [one] Une personne y est System Administrator.
   *[other] { $count } personnes y sont System Administrator.
}
deploy-administrators-others = { $count ->
    [one] Un System Administrator a été nommé par quelqu’un, non par un rôle du locataire : vérifiez s’il doit l’être.
   *[other] { $count } System Administrator ont été nommés par quelqu’un, non par un rôle du locataire : vérifiez s’ils doivent l’être.
}
deploy-administrators-came = Par un rôle du locataire (administrateur général ou Power Platform) : { $people }.
deploy-administrators-apps = { $count ->
        [one] Une application l’est aussi : { $names }.
       *[other] { $more ->
            [0] { $count } applications le sont aussi : { $names }.
           *[other] { $count } applications le sont aussi : { $names } et { $more } de plus.
        }
    }
deploy-administrators-eligible = Qui tient un tel rôle d’un groupe, ou pourrait seulement l’activer, compte comme nommé par quelqu’un.
deploy-administrators-unparted = Qui l’est par un rôle du locataire n’a pas pu être lu : personne ne peut donc être retiré ici.
deploy-administrators-not-all = Vous n’en faites pas partie : qui n’y est pas System Administrator peut ne pas tous les voir.
deploy-what-administrators = les administrateurs de msdyn_viva
deploy-plan-nobody = Personne n’est choisi.
deploy-note-administrators = Vous restez System Administrator de msdyn_viva, et toute personne retirée y garde un autre rôle ; les deux sont relus juste avant chaque étape.
deploy-administrator-label = { $person } est System Administrator
deploy-administrator-other = Un autre rôle lui reste
deploy-administrator-own = Vous êtes System Administrator
deploy-administrator-role = System Administrator
deploy-step-administrator = { $person } : retirer System Administrator de msdyn_viva
deploy-reason-administrator = Aucun rôle du locataire ne le lui donne, et vous l’avez choisi. L’effet est immédiat.
deploy-dismiss = Le retirer à { $person }
deploy-dismiss-first = Cochez à qui le retirer ; cela peut ensuite être ajouté au plan.
deploy-stays-yourself = { $person } reste : c’est vous.
deploy-stays-indirect = { $person } l’a par une équipe ou plusieurs fois : voir le contrôle à la main.
deploy-stays-only-role = { $person } n’y a pas d’autre rôle : donnez-en d’abord un autre.
