# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Hvem kan afbryde forbindelsen?
content-updated = Latchkey er opdateret; genindlæs siden
content-expand = Vis Latchkey

## When the panel itself has failed; written into panel.js by the build, so plain text only
stopped-why = Latchkey stoppede på grund af en fejl. Intet er gået tabt: det anvendte står i historikken.
stopped-reload = Genindlæs
stopped-speechless = Latchkey kunne ikke læse sine egne tekster. Genindlæs; hvis det ikke hjælper, så installer udvidelsen igen.

## Disconnect rights
disconnect-title = Frakoblingsrettigheder
disconnect-subtitle = Hvem må frakoble en Teams-chat fra en post
disconnect-still-reading = Læses stadig
disconnect-toggle-owner = Postejer kan frakoble chats
disconnect-toggle-connector = Chattilkobler kan frakoble chat
disconnect-privilege-label = { $privilege }
disconnect-role-right = Rettigheden for { $role }
disconnect-grant-direct = Via rollen { $role }.
disconnect-grant-through-team = Via rollen { $role } fra teamet { $team }.
disconnect-verdict-global = En rolle giver retten på alle poster.
disconnect-verdict-owner = Ejer posten, og ejerkontakten for { $type } er slået til.
disconnect-verdict-connector = Tilkoblede chatten sidst, og tilkoblerkontakten for { $type } er slået til.
disconnect-verdict-owner-off = Ejer posten, men ejerkontakten for { $type } er slået fra.
disconnect-verdict-not-owner = Ejer ikke posten.
disconnect-verdict-connector-off = Tilkoblede chatten sidst, men tilkoblerkontakten for { $type } er slået fra.
disconnect-verdict-not-connector = Tilkoblede ikke chatten sidst.
disconnect-verdict-no-role = Ingen rolle giver retten.
disconnect-verdict-rows = { $count ->
    [one] Række { $rows } i den publicerede tabel afgør det.
   *[other] Række { $rows } i den publicerede tabel afgør det.
  }
disconnect-verdict-derived = Udledt: ingen publiceret række dækker kombinationen, så reglen bag tabellen afgør det.
disconnect-verdict-owning-team-unproven = Et team ejer posten. Om medlemmerne tæller som ejere, er endnu ikke bevist på en rigtig lejer, så begge svar vises.
disconnect-verdict-roles-unread = Rollerne kunne ikke læses helt: en rolle kan give retten.
disconnect-effect-owner-on = Ejere af en post af typen { $type } må frakoble dens chats.
disconnect-effect-owner-off = Ejere af en post af typen { $type } må ikke længere frakoble dens chats, medmindre en rolle giver lov, eller de selv tilkoblede chatten.
disconnect-effect-connector-on = Den, der sidst tilkoblede en chat til en post af typen { $type }, må frakoble den.
disconnect-effect-connector-off = Den, der sidst tilkoblede en chat til en post af typen { $type }, må ikke længere frakoble den, medmindre en rolle giver lov, eller personen ejer posten.
disconnect-no-access = Du er logget på { $host }, men ikke som aktiveret bruger af dette miljø. Bed en administrator om at tilføje dig.
disconnect-record-types-absent = Miljøet har ingen indstillinger for Teams-chat. Installér eller opdater Customer Service-apps, og læs igen.
disconnect-generation-unknown = Miljøets indstillinger for Teams-chat har andre kolonner, end Latchkey kender. Ret dem på portalens egen side.
disconnect-privilege-absent = Miljøet har ingen rettighed til at frakoble chats, så ingen rolle kan give retten.
disconnect-privilege-ambiguous = Flere rettigheder ligner den til at frakoble chats. Ret rollerne i Power Platform Administration.
disconnect-missing-role = { $role } kunne ikke læses. { $why }
disconnect-missing-unknown-roles = { $count ->
    [one] { $count } tildeling gælder en rolle, der ikke kunne læses.
   *[other] { $count } tildelinger gælder roller, der ikke kunne læses.
  }
disconnect-remark-privilege-renamed = Rettigheden hedder { $privilege } her; Latchkey genkendte den på dele af navnet.
disconnect-remark-roles-disagree = Den hurtige liste over rollernes rettigheder modsiger det, { $role } selv oplyser, så hver rolle blev læst for sig.
disconnect-remark-roles-quick-partial = Den hurtige liste over rollernes rettigheder kunne ikke læses til ende, så hver rolle blev læst for sig.
disconnect-remark-roles-quick-refused = Den hurtige liste over rollernes rettigheder blev afvist, så hver rolle blev læst for sig.
disconnect-remark-user-roles-disagree = Den hurtige liste over rolletildelinger modsiger dine egne roller, så hver brugers roller blev læst.
disconnect-remark-user-roles-refused = Den hurtige liste over rolletildelinger blev afvist, så hver brugers roller blev læst.
disconnect-remark-teams-refused = De hurtige lister over team blev afvist, så hvert teams medlemmer og roller blev læst.
disconnect-remark-own-right = Efter det læste er din egen frakoblingsret en anden, end tjenesten oplyser. Den har måske ikke taget den seneste ændring med endnu.
disconnect-plan-title = { $count ->
    [one] Frakoblingsrettigheder: { $count } ændring
   *[other] Frakoblingsrettigheder: { $count } ændringer
  }
disconnect-plan-nothing = Intet er ændret, så der er intet at planlægge.
disconnect-plan-incomplete = Der laves ingen plan ud fra en ufuldstændig liste. Ikke læst helt: { $what }. Læs igen, eller spørg en med flere rettigheder.
disconnect-plan-role-fixed = { $role } kan ikke ændres.
disconnect-plan-own-last-way = { $role } er din egen sidste vej til denne ret. Uden den kunne du ikke give den tilbage. Spørg en anden administrator, eller giv først dig selv en anden rolle.
disconnect-plan-not-allowed = Du har ingen rettighed til at ændre dette: { $what }. Spørg en administrator.
disconnect-plan-gone = Noget, du ændrede, findes ikke længere. Læs igen.
disconnect-step-toggle = { $type }: hvem må frakoble chats
disconnect-step-owner = { $type }: Postejer kan frakoble chats
disconnect-step-connector = { $type }: Chattilkobler kan frakoble chat
disconnect-step-grant = { $role }: tildel rettigheden
disconnect-step-take = { $role }: fjern rettigheden
step-chosen = { $count ->
    [0] Du valgte det.
    [one] Du valgte “{ $to }” for { $what }.
   *[other] Du valgte disse { $count } indstillinger.
  }
disconnect-unproven-record-type = At Dataverse gemmer sidens kontakter her, er sluttet ud fra navnene og endnu ikke bevist på en rigtig lejer.
disconnect-unproven-privilege = Rettighedens navn stammer fra én kilde og er endnu ikke bevist på en rigtig lejer.
disconnect-note-gain = { $count ->
    [one] { $count } bruger får retten på alle poster: { $names }
   *[other] { $count } brugere får retten på alle poster: { $names }
  }{ $more ->
    [0] .
   *[other] {" "}og { $more } til.
  }
disconnect-note-lose = { $count ->
    [one] { $count } bruger mister retten på alle poster: { $names }
   *[other] { $count } brugere mister retten på alle poster: { $names }
  }{ $more ->
    [0] .
   *[other] {" "}og { $more } til.
  }
disconnect-note-nobody = Ingen får eller mister retten ved disse rolleændringer.
disconnect-note-no-conditional-write = Roller kan ikke låses, mens de ændres: Hver rolle læses lige før og igen bagefter, så en ændring, som en anden laver ind imellem, opdages.
disconnect-undo-as-read = Efter det, der blev læst { $time }: { $note }
disconnect-undo-unread = Hvem der får og mister retten, er ikke læst. Læs igen, og åbn så denne forhåndsvisning igen.
disconnect-lock-who = Du og organisationen
disconnect-lock-where = Miljøet
disconnect-lock-user = Logget på som
disconnect-lock-organization = Organisation
disconnect-lock-environment = Miljø
disconnect-lock-name = Miljøets navn
disconnect-lock-header = Brugeren, som portalen viser
disconnect-reason-host = For at læse og ændre miljøets indstillinger for Teams-chat, roller og brugere med dit eget logon.
disconnect-ready-types = { $count ->
    [one] Kontakterne for { $count } posttype er slået til
   *[other] Kontakterne for alle { $count } posttyper er slået til
  }
disconnect-ready-types-off = { $count ->
    [one] { $count } af { $all } kontakter er slået fra
   *[other] { $count } af { $all } kontakter er slået fra
  }
disconnect-ready-types-off-evidence = Hver posttype har sine egne to; en ny organisation begynder med alle slået til
disconnect-ready-types-none = Ingen posttype er sat op til tilkoblede chats
disconnect-ready-types-unread = Posttyperne kunne ikke læses
disconnect-ready-roles = { $count ->
    [one] { $count } standardrolle har rettigheden
   *[other] Alle { $count } standardroller har rettigheden
  }
disconnect-ready-role-lost = { $role } har mistet en standardrettighed
disconnect-ready-role-lost-evidence = { $users ->
    [one] Rolle uden rettigheden; { $users } bruger har den
   *[other] Rolle uden rettigheden; { $users } brugere har den
  }
disconnect-ready-role-lost-evidence-unread = Rolle uden rettigheden; hvor mange brugere der har den, kunne ikke læses
disconnect-ready-roles-unread = Rollerne kunne ikke læses helt
disconnect-ready-holders = { $count ->
    [one] { $count } bruger må frakoble på alle poster
   *[other] { $count } brugere må frakoble på alle poster
  }
disconnect-ready-holders-partial = { $count ->
    [one] Mindst { $count } bruger må frakoble på alle poster
   *[other] Mindst { $count } brugere må frakoble på alle poster
  }
disconnect-ready-holders-unread = Hvem der har rettigheden, kunne ikke læses
disconnect-ready-all-tables = Chats er tilladt på alle tabeller
disconnect-ready-all-tables-evidence = Tabeller, der ikke er på listen, kan også tilkobles; deres kontakter er ukendte
disconnect-action-add = Føj til plan
disconnect-action-review = Gennemse
disconnect-export-record-types = Posttyper
disconnect-export-users = Brugere
disconnect-export-roles = Roller
disconnect-export-partial = Ufuldstændig: mindst disse

## Teams chat
chat-title = Teams-chat
chat-reason-host = Til at læse og ændre miljøets indstillinger for Teams-chat, apps, tabeller, roller og oversigter over websted med dit eget logon.
chat-plan-title = { $count ->
    [one] Teams-chat: { $count } ændring
   *[other] Teams-chat: { $count } ændringer
  }
chat-switch = Slå Microsoft Teams-chats i Dynamics 365 til
    .is-true = Til
    .is-false = Fra
    .is-none = Ikke angivet
chat-layer-environment = Værdi for miljøet
chat-layer-app = Værdi for appen { $app }
chat-layer-published = Udgivet værdi af { $setting } for { $app }
chat-value-unset = Ikke angivet
chat-value = { $value }
chat-switch-undefined = Indstillingen for Teams-chat er på listen, men dens definition kunne ikke forstås. Brug portalens egen side.
chat-switch-unknown-app = En app, der ikke er på listen, har sin egen værdi.
chat-step-first = Slå Teams-chat til første gang
chat-step-environment = Teams-chat for alle apps
chat-step-app = Teams-chat i { $app }
chat-step-page = Teams-chat på sidens egen kontakt
chat-step-page-save = Gem siden
chat-page-saved = Alt på siden er gemt
    .is-true = ja
    .is-false = nej
chat-step-publish = Udgiv { $app }
chat-published = { $app }
chat-published-waiting = Venter på udgivelse
chat-published-done = Udgivet
chat-step-type = { $type }: indstillinger for Teams-chat
chat-step-add = { $type }: tillad, at chats tilkobles denne posttype
chat-step-remove = { $type }: fjern posttypen
chat-step-timeline = Synkroniser Teams-chats med poster (prøveversion)
chat-step-read = { $role }: Læse på { $table }
chat-step-reads = { $role }: Læse på produktivitetsrudens tabeller
chat-step-site-map = { $app }: indstillingsside i oversigten over websted
chat-step-profile = Opret profilen { $profile } ud fra standardprofilen
chat-step-pane = { $profile }: Microsoft Teams i produktivitetsruden
chat-reason-consent = Første gang beder Microsoft en global administrator om samtykke for hele lejeren. Det kan kun et menneske give.
chat-reason-page = Miljøet har ingen indstilling for Teams-chat, så sidens egen kontakt bruges.
chat-reason-page-save = Det, der blev ændret på siden, gælder, når det er gemt dér.
chat-reason-publish = Ændringen gælder, når appen er udgivet. Der blev ikke fundet kladder fra andre.
chat-reason-publish-drafts = Ændringen gælder, når appen er udgivet. Andres ændringer, der endnu ikke er udgivet, følger med.
chat-reason-publish-unknown = Ændringen gælder, når appen er udgivet. Om andre har ændringer, der ikke er udgivet, kunne ikke læses.
chat-reason-timeline = Kun globale administratorer kan sætte dette op.
chat-reason-pane = Brugerdefinerede roller skal kunne læse disse tabeller for at nå produktivitetsruden.
chat-guide-first = Slå kontakten til på siden for Teams-chat, lad en global administrator give samtykke, behold “Slå til for alle Dynamics 365-apps”, og gem.
chat-guide-first-selected = Slå kontakten til på siden for Teams-chat, lad en global administrator give samtykke, vælg “Slå til for valgte Dynamics 365-apps”, og gem.
chat-guide-page-on = Slå kontakten til på siden for Teams-chat. Beder et vindue om samtykke, giver en global administrator det.
chat-guide-page-save = Vælg Gem på siden for Teams-chat.
chat-guide-profile = Kopiér standardprofilen på siden med profiler for agentoplevelse, og kald kopien { $profile }.
chat-guide-pane-on = Åbn profilen { $profile }, redigér dens produktivitetsrude, og slå Microsoft Teams til.
chat-guide-pane-off = Åbn profilen { $profile }, redigér dens produktivitetsrude, og slå Microsoft Teams fra.
chat-undo-first = Siden kan have skrevet flere værdier. Slå fra på siden; lejerens samtykke trækkes tilbage i Microsoft Entra.
chat-undo-by-hand = Du lavede den manuelt; slet den på siden med profiler, hvis den ikke ønskes.
chat-unproven-switch = At denne indstilling er sidens hovedkontakt, er sluttet ud fra navnet og endnu ikke bevist på en rigtig lejer.
chat-unproven-page = Hvordan denne generations side gemmer sin kontakt, er ikke offentliggjort.
chat-unproven-add = At det er nok for en posttype at stå på denne liste, er endnu ikke bevist på en rigtig lejer.
chat-unproven-remove = Om siden selv sletter en posttypes indgang eller gør den inaktiv, er endnu ikke bevist på en rigtig lejer.
chat-unproven-format = Intet i miljøet viser, hvordan produktet skriver denne værdi; den skrives, som dokumentationen antyder.
chat-unproven-timeline = Om sidens egen kontakt ændrer andet end dette, er endnu ikke bevist på en rigtig lejer.
chat-unproven-site-map = Netop denne post er endnu ikke bevist på en rigtig lejer.
chat-unproven-pane = Hvilket værktøj i ruden der er Microsoft Teams, ses af navnet og er endnu ikke bevist på en rigtig lejer.
chat-unproven-consent = Hvilken af disse apps Dynamics 365 bruger, er ikke offentliggjort og endnu ikke bevist på en rigtig lejer.
chat-note-drafts = Udgivelsen af { $app } frigiver også det, som andre endnu ikke har udgivet: { $drafts }
chat-note-drafts-unread = Om andre har ændringer i { $app }, der ikke er udgivet, kunne ikke læses; udgivelsen ville frigive dem.
chat-note-unpublished = { $app } udgives ikke af denne plan: ændringen venter, til nogen udgiver den.
chat-note-draft-stays = Tages dette tilbage, før { $app } udgives, er oversigten over webstedet som før, men tjenesten beholder en kladde, der er lig det udgivne: Der er ikke dokumenteret nogen måde at kassere den på.
chat-effect-note-on = En nyligt tilkoblet chat på en post af typen { $type } begynder med en note om posten.
chat-effect-note-off = En nyligt tilkoblet chat på en post af typen { $type } begynder uden en note om posten.
chat-effect-join-on = Den, der må skrive til en post af typen { $type }, kan se dens tilkoblede chats og deltage i dem uden at have været med.
chat-effect-join-off = Den, der ikke var med i en chat tilkoblet en post af typen { $type }, kan ikke længere se den og deltage på egen hånd.
chat-effect-updates-on = Alle i en chat tilkoblet en post af typen { $type } får besked, når en af de valgte kolonner ændres.
chat-effect-updates-off = Ingen i en chat tilkoblet en post af typen { $type } får længere besked om ændrede kolonner.
chat-effect-listed = { $type } står på listen over posttyper, som chats kan tilkobles.
chat-effect-unlisted = { $type } står ikke længere på listen over posttyper, som chats kan tilkobles.
chat-effect-timeline-on = Tilkoblede chats vises på posternes tidslinjer, og chataktiviteter gemmes i Dataverse til det.
chat-effect-timeline-off = Teams-chats synkroniseres ikke længere med posternes tidslinjer.
chat-effect-reads-on = Brugere med rollen { $role } kan læse det, produktivitetsruden kræver.
chat-effect-reads-off = Brugere med rollen { $role } kan ikke længere læse alt det, produktivitetsruden kræver, medmindre en anden rolle giver lov.
chat-effect-one-by-one = En rolle får flere rettigheder på én gang, men de kan kun tages fra den én ad gangen: Derfor fortrydes det, der var ét trin for { $role }, i { $count } trin.
chat-note-consent = Samtykket gælder hele lejeren og bliver stående, når kontakten fortrydes.
chat-global-unknown = Kun globale administratorer kan sætte tidslinjen op; andre afvises. Om du er en af dem, ses, når du logger på Microsoft Graph under “{ $where }”.
chat-global-yes = Kun globale administratorer kan sætte tidslinjen op. Du er en af dem.
chat-global-no = Kun globale administratorer kan sætte tidslinjen op, og ingen af dine aktive roller er denne: Regn med at blive afvist. Aktivér rollen først, eller spørg en, der har den.
chat-global-other = Kun globale administratorer kan sætte tidslinjen op. Du er logget på Microsoft Graph med en anden konto, { $account }, så om du er en af dem, vides ikke.
chat-global-unread = Kun globale administratorer kan sætte tidslinjen op. Om du er en af dem, kunne ikke læses. { $why }
chat-plan-fixed = Miljøets indstilling for Teams-chat kan ikke ændres.
chat-plan-no-environment = Her har indstillingen ingen værdi for miljøet. Vælg apps i stedet.
chat-plan-no-apps = Her har indstillingen ingen værdier for apps. Slå til for alle apps, eller slå fra.
chat-plan-columns = En valgt kolonne kan ikke følges, eller der er mere end fem. Vælg andre kolonner.
chat-plan-no-key-updates = { $what } er virtuel eller har ingen Update-meddelelse, så der kan ikke gives besked om vigtige opdateringer. Lad det være slået fra.
chat-plan-no-privilege = En rettighed, som en rolle har brug for, kan ikke tildeles her.
chat-plan-managed = { $what } fulgte med en løsning og ændres ikke.
chat-plan-no-place = { $what } har ikke det sted, har allerede siden eller kunne ikke forstås. Læs igen.
chat-note = Medtag en note
chat-view = Notens visning
chat-view-default = Produktets standard
chat-join = Deltag i chat
chat-key-updates = Modtag besked om vigtige opdateringer
chat-followed = Kolonner for vigtige opdateringer
chat-followed-none = Ingen
chat-auto-name = Navngiv chats automatisk
chat-suggestions = Forslag
chat-ai-introduction = AI-introduktion
chat-state = Rækkens tilstand
chat-type-row = Posttype
chat-type-listed = På listen
chat-type-unlisted = Ikke på listen
chat-timeline = Synkroniser Teams-chats med poster (prøveversion)
chat-read-of = Læse på { $table }
chat-table-app-profile = Appprofil
chat-table-tab-template = Skabelon for programfane
chat-table-notification-field = Meddelelsesfelt
chat-table-notification-template = Meddelelsesskabelon
chat-table-pane-tab = Konfiguration af rudefane
chat-table-pane-tool = Konfiguration af rudeværktøj
chat-table-pane = Konfiguration af produktivitetsrude
chat-site-map = Oversigt over websted for { $app }
chat-settings-page = Indstillingsside for Teams-chat
chat-page-absent = Ikke i oversigten
chat-page-at = { $area }, { $group }
chat-map-page = Med indstillingssiden { $id } i { $area } › { $group }: { $url }
chat-map-no-page = Uden indstillingssiden
chat-map-added = Tilføjet: { $what } ved { $place }
chat-map-removed = Væk: { $what } fra { $place }
chat-map-changed = Ændret: { $what } ved { $place }
chat-map-other = De samme poster i en anden rækkefølge eller med andre mellemrum
chat-map-same = Ingen forskel
chat-map-unknown = En oversigt over websted, der ikke kunne forstås
chat-profile = Profilen { $profile }
chat-profile-absent = Findes ikke
chat-profile-there = Findes
chat-teams-in-pane = Microsoft Teams i ruden for { $profile }
chat-missing-app = Hvad { $app } består af, kunne ikke læses. { $why }
chat-missing-site-map = Oversigten over websted for { $app } kunne ikke læses.
chat-missing-principal = Navnet på appen med tjenesteprincipalen { $id } kunne ikke læses. { $why }
chat-site-map-unknown = Oversigten over websted kunne ikke forstås, så intet skrives til den.
chat-drafts-unread = Det, der endnu ikke er udgivet, kunne ikke læses, så intet skrives, der kunne miste en kladde. { $why }
chat-needs-sign-in = Kræver logon til Microsoft Graph
chat-consent-needs-sign-in = Ikke læst her; under Chat fortæller et logon til Microsoft Graph med Directory.Read.All, hvem der har { $permissions }
chat-ready-consent-held = En app har disse for hele organisationen: { $permissions }. Om det er den, Dynamics 365 bruger, er endnu ikke bevist på en rigtig lejer.
chat-ready-consent-none = Ingen app, der kunne læses, har nogen af dem for hele organisationen.
chat-not-read-yet = Endnu ikke læst
chat-ready-all = Til for alle apps, også dem der kommer til senere
chat-ready-selected = { $count ->
    [one] Til for { $count } app
   *[other] Til for { $count } apps
  }
chat-ready-off = Fra for alle apps
chat-ready-never-on = Teams-chat har aldrig været slået til
chat-ready-switch-absent = Om Teams-chat er slået til, kunne ikke afgøres
chat-ready-switch-absent-evidence = Miljøet har ingen sådan indstilling; portalens egen side viser det
chat-ready-switch-unread = Kontakten for Teams-chat kunne ikke læses helt
chat-ready-waiting = { $count ->
    [one] { $count } app venter på udgivelse
   *[other] { $count } apps venter på udgivelse
  }
chat-ready-types = { $count ->
    [one] Chats kan tilkobles { $count } posttype
   *[other] Chats kan tilkobles { $count } posttyper
  }
chat-ready-no-columns = { $type }: vigtige opdateringer er slået til, men ingen kolonne er valgt
chat-ready-no-view = { $type }: den valgte visning til noten findes ikke længere
chat-ready-timeline-on = Teams-chats synkroniseres med poster
chat-ready-timeline-off = Teams-chats synkroniseres ikke med poster
chat-ready-timeline-alone = Tidslinjen synkroniseres, men Teams-chat er slået fra
chat-ready-timeline-unread = Tidslinjen kunne ikke læses
chat-ready-consent = { $count ->
    [one] { $count } tilladelse til Teams-data
   *[other] { $count } tilladelser til Teams-data
  }
chat-ready-access = Ingen brugerdefineret rolle har kun en del af det, produktivitetsruden kræver
chat-ready-access-unread = Hvad rollerne mangler til produktivitetsruden, vides ikke
chat-ready-role-lacks = { $count ->
    [one] { $role } mangler { $count } af produktivitetsrudens syv læserettigheder
   *[other] { $role } mangler { $count } af produktivitetsrudens syv læserettigheder
  }
chat-ready-pages = { $count } af { $all } brugerdefinerede apps har indstillingssiden i oversigten over websted
chat-ready-pages-unread = Oversigterne for brugerdefinerede apps kunne ikke læses helt
chat-ready-profiles = Brugerdefinerede profiler med Microsoft Teams i ruden: { $on }; uden: { $off }
chat-ready-profiles-unclear = Om nogle vides det ikke: De to måder, en rude bindes til en profil på, er uenige, ingen af dens faner kendes som Microsoft Teams, eller den kunne ikke læses
chat-ready-profiles-unread = Profilerne kunne ikke læses helt
chat-page-title = Indstillinger for Teams-chat

## Roles
role-depth-none = Ingen
role-depth-user = Bruger
role-depth-business-unit = Afdeling
role-depth-parent-child = Overordnet: underordnede afdelinger
role-depth-organization = Organisation
role-depth-record-filter = Postfilter

## Dataverse
dataverse-error-signed-out = Du er logget af { $host }. Log på på siden, og læs igen.
dataverse-error-forbidden = Du har ingen rettighed til at læse dette: { $what }. Mangler: { $privilege }. Bed en administrator om den.
dataverse-error-forbidden-unnamed = Du har ingen rettighed til at læse dette: { $what }. Bed en administrator om den.
dataverse-error-not-found = Miljøet har det ikke: { $what }.
dataverse-error-throttled = Tjenesten har travlt og beder om at vente. Læs igen om nogle minutter.
dataverse-error-refused = Tjenesten afviste at svare ({ $status }): { $what }. Den oplyser: { $message }
dataverse-error-unexpected = Svaret kunne ikke forstås: { $what }. Læs igen; hvis det fortsætter, er miljøet nyere end Latchkey.
dataverse-error-page-gone = Portalsiden blev lukket eller genindlæst. Åbn den igen, og læs igen.
dataverse-error-too-large = Svaret er større, end Latchkey accepterer.
dataverse-error-not-sent = Anmodningen blev ikke sendt: Latchkey spørger kun miljøer, hvis side browseren lader det bruge. Åbn en side i miljøet, og læs derefter igen.
dataverse-error-unreachable = Tjenesten svarede ikke. Kontrollér forbindelsen, og læs igen.
dataverse-missing-rows = { $count ->
    [one] { $count } række kunne ikke læses: { $what }.
   *[other] { $count } rækker kunne ikke læses: { $what }.
  }
dataverse-missing-too-long = Listen er længere, end Latchkey læser: { $what }.
dataverse-what-batch = flere lister
dataverse-what-who-am-i = hvem der er logget på
dataverse-what-organization = miljøet
dataverse-what-own-user = din egen bruger
dataverse-what-own-privileges = dine egne rettigheder
dataverse-what-privilege = rettigheden
dataverse-what-record-types = posttyperne
dataverse-what-table = navnet på en tabel
dataverse-what-settings = indstillingerne
dataverse-what-roles = rollerne
dataverse-what-role-privileges = rollernes rettigheder
dataverse-what-users = brugerne
dataverse-what-teams = teamene
dataverse-what-user-roles = brugernes roller
dataverse-what-team-roles = teamenes roller
dataverse-what-team-members = teamenes medlemmer
dataverse-what-app-components = hvad apps består af
dataverse-what-app-settings = appenes indstillinger
dataverse-what-apps = appene
dataverse-what-columns = kolonnerne
dataverse-what-message-filters = hvilke tabeller der kan følges
dataverse-what-panes = produktivitetsruderne
dataverse-what-profiles = profilerne
dataverse-what-site-maps = oversigterne over websted
dataverse-what-tables = tabellerne
dataverse-what-timeline = tidslinjen
dataverse-what-views = visningerne

# Sign-in with Microsoft Entra ID: what went wrong, and what the admin can do
sign-in-error-no-client = Latchkey har endnu ingen klientapp i denne lejer. Registrer en, og angiv dens program-id (klient-id) under Indstillinger.
sign-in-error-tenant-unknown = Miljøet oplyser ikke, hvilken lejer det hører til, så Latchkey kan ikke logge på den rigtige. Åbn en side i miljøet, og prøv igen.
sign-in-error-host = Browseren lader endnu ikke Latchkey få adgang til { $host }. Tillad det, og fortsæt.
sign-in-error-cancelled = Logon blev ikke fuldført, og intet blev ændret. Hvis vinduet viste, at administratorgodkendelse er påkrævet (“Need admin approval”), skal du logge på med en konto, der må give samtykke, eller bede en administrator om at give administratorsamtykke til klientappen. AADSTS50011: Registreringen mangler denne browsers omdirigeringsadresse. AADSTS700016: Program-id’et (klient-id) hører ikke til denne lejer.
sign-in-error-expired = Ingen er logget på, eller logonnet er udløbet. Log på.
sign-in-error-consent = Du har ikke givet samtykke til disse tilladelser. Log på, og accepter dem. Hvis du ikke må det, skal du logge på med en konto, der må, eller bede en administrator om at give administratorsamtykke til klientappen.
sign-in-error-admin-consent = Kun en administrator må give samtykke til disse tilladelser ({ $code }). Log på med en sådan konto, eller bed om administratorsamtykke: Entra Administration > Appregistreringer > klientappen > API-tilladelser > Giv administratorsamtykke.
sign-in-error-account = Den konto kan ikke bruges i denne lejer. Log på med en anden.
sign-in-error-account-named = Du er logget på som { $account } og valgte en anden konto i vinduet. Vælg den samme, eller glem logonnet under Indstillinger først.
sign-in-error-tenant = Den konto er logget på lejeren { $signed-in }, men miljøet er i lejeren { $wanted }. Log på med en konto i den lejer.
sign-in-error-app = Denne lejer kender ikke klientappen, eller den er slået fra der. Kontrollér program-id’et (klient-id) under Indstillinger og registreringen.
sign-in-error-redirect = Klientappen er ikke registreret med denne browsers omdirigeringsadresse eller ikke som en enkeltsideapplikation. Føj adressen til den platform.
sign-in-error-policy = En politik eller en manglende tildeling tillader ikke dette logon ({ $code }). Spørg en administrator af lejeren.
sign-in-error-offline = { $host } svarede ikke. Kontrollér forbindelsen, og prøv igen.
sign-in-error-page = Entra afviste logonnet på en side af sin egen, og browseren lukkede den. Som regel hører kontoen ikke til denne lejer, eller lejeren kender ikke klientappen: Log på med en anden konto, eller kontrollér program-id’et (klient-id) under Indstillinger og registreringen.
sign-in-error-refused = Logon blev afvist. Prøv igen. Hvis det fortsætter, skal du spørge en administrator af lejeren.
sign-in-error-refused-code = Logon blev afvist med { $code }. Prøv igen. Hvis det fortsætter, skal du spørge en administrator af lejeren.
sign-in-error-unexpected = Det, der kom tilbage, er ikke svar på dette logon, så intet af det blev brugt. Prøv igen.

# What is signed in to, and what each permission is for
sign-in-resource-graph = Microsoft Graph
sign-in-resource-power-platform = PowerApps Service
sign-in-resource-power-platform-api = Power Platform API
sign-in-resource-teams = Skype and Teams Tenant Admin API
sign-in-why-profile = til at vise, hvem der er logget på
sign-in-why-directory = til at kontrollere dine egne roller og de ledige licenser, før noget planlægges, og til at læse, hvilke apps organisationen har givet samtykke til
sign-in-why-directory-readiness = til at læse dine egne roller, licenserne og hvem der skal bruge appen
sign-in-why-applications = til at oprette appregistreringen, dens hemmelighed og dens tjenesteprincipal
sign-in-why-applications-read = til at læse appregistreringer og hvornår deres hemmeligheder udløber
sign-in-why-policies = til at vide, hvad lejeren tillader for apphemmeligheder
sign-in-why-grants = til at give appens delegerede tilladelse for organisationen
sign-in-why-users = til at oprette leadskriverens bruger og tildele licenser
sign-in-why-users-readiness = til at tildele licenser og det anvendelsessted, de kræver
sign-in-why-power-platform = til at læse miljøer og datapolitikker og til at føje appen til et miljø som programbruger
sign-in-why-power-platform-readiness = til at læse miljøer og datapolitikker og til at lade Salesforce-connectoren komme igennem datapolitikker, der blokerer den
sign-in-why-connector-policies = til at læse avancerede connectorpolitikker
sign-in-why-teams = til at læse politikker i Microsoft Teams og slå transskription til

# What a cloud service answered instead of data
cloud-error-signed-out = Du er ikke eller ikke længere logget på { $host }. Log på, og læs igen.
cloud-error-denied = Du må ikke læse dette: { $what }. Det kræver tilladelsen { $permission }.
cloud-error-denied-role = Du må ikke læse dette: { $what }. Det kræver tilladelsen { $permission } og rollen { $role } eller en højere.
cloud-error-not-found = Denne lejer har det ikke: { $what }.
cloud-error-throttled = Tjenesten er optaget og beder om at vente. Læs igen om et par minutter.
cloud-error-refused = Tjenesten afviste at svare ({ $status } { $code }): { $what }.
cloud-error-unexpected = Svaret kunne ikke forstås: { $what }. Læs igen. Hvis det fortsætter, er tjenesten nyere end Latchkey.
cloud-error-unreachable = { $host } svarede ikke. Kontrollér forbindelsen, og læs igen.
cloud-error-too-large = Svaret er større, end Latchkey accepterer.
cloud-error-not-sent = Anmodningen blev ikke sendt: Browseren lader ikke Latchkey nå denne tjeneste, eller anmodningen er ikke en del af den godkendte plan. Log på igen, og læs derefter igen.
graph-what-me = hvem der er logget på
graph-what-groups = grupper
graph-what-members = hvem der er i gruppen
graph-what-organization = lejeren
graph-what-roles = mapperollerne
graph-what-application = appregistreringen
graph-what-applications = appregistreringerne
graph-what-owners = ejerne af appregistreringen
graph-what-service-principal = tjenesteprincipalen
graph-what-permission-grants = de givne tilladelser
graph-what-user = brugeren
graph-what-users = brugerne
graph-what-licences = licenserne
graph-what-app-management-policy = hvad lejeren tillader for apphemmeligheder
power-platform-what-environments = miljøerne
power-platform-what-environment = miljøet
power-platform-what-policies = datapolitikkerne
power-platform-what-policy = datapolitikken
power-platform-what-connector-policies = de avancerede connectorpolitikker
teams-what-meeting-policy = mødepolitikken i Teams
teams-what-setup-policies = konfigurationspolitikkerne i Teams

# Sign-in: the notice, and the section in Settings
sign-in-title = Logon til cloudtjenester
sign-in-lead = Nogle opskrifter spørger Microsoft Graph eller Power Platform. Det sker som dig, med din egen klientapp. Tokens opbevares kun i hukommelsen og forsvinder med browseren.
sign-in-asking = Ser efter, hvem der er logget på
sign-in-busy = Venter på logonvinduet
sign-in-as = Logget på cloudtjenester som { $account }
sign-in-needed = Logon er nødvendigt
sign-in-asks = { $count ->
    [one] Beder om { $count } tilladelse
   *[other] Beder om { $count } tilladelser
  }
sign-in = Log på
sign-in-again = Prøv igen
sign-in-other = Log på med en anden konto
sign-in-allow = Tillad { $host }
sign-in-tab = Åbn på en fane for at logge på
sign-in-open-settings = Åbn Indstillinger
sign-in-no-client-here = Latchkey har endnu ingen klientapp i denne lejer. Registrer en som beskrevet nedenfor, og gem dens program-id (klient-id) ovenfor.
sign-in-account = Konto
sign-in-tenant = Lejer-id
sign-in-until = Logon udløber
sign-in-tokens = Tokens i hukommelsen
sign-in-allows = Tillader
sign-in-ends = Udløber
sign-in-forget = Glem logonnet
client-id = Program-id (klient-id)
client-id-note = For den appregistrering, der er beskrevet nedenfor. Det er ingen hemmelighed.
client-id-wrong = Dette er ikke et program-id: Det har formen 00000000-0000-0000-0000-000000000000.
client-id-saved = Gemt. Tidligere logon er glemt.
client-id-emptied = Der er ikke længere angivet nogen klientapp. Tidligere logon er glemt.
client-id-refused = Browseren gemte det ikke. Prøv igen.
client-id-save = Gem
copy = Kopiér
copy-named = Kopiér { $text }
copied = Kopieret
registration-title = Sådan registreres klientappen
registration-lead = Én gang pr. lejer i Microsoft Entra Administration. Der kræves ingen hemmelighed.
registration-new = Appregistreringer > Ny registrering. Giv den et navn, f.eks. Latchkey.
registration-accounts = Understøttede kontotyper: Kun konti i denne organisationsmappe.
registration-platform = Omdirigerings-URI: platformen Enkeltsideapplikation (SPA). Tilføj adressen for hver browser, du bruger:
registration-graph = API-tilladelser > Microsoft Graph > Delegerede tilladelser; kun dem til de opskrifter, du bruger:
registration-power-platform = API-tilladelser > API’er, som min organisation bruger > PowerApps Service > Delegerede tilladelser:
registration-consent = Giv administratorsamtykke, eller accepter tilladelserne, når du logger på, hvis din lejer tillader det.
registration-copy = Kopiér program-id’et (klient-id) fra oversigten til feltet ovenfor.
graph-role-global-administrator = Global administrator
graph-role-global-reader = Global læser
graph-role-application-administrator = Programadministrator
graph-role-cloud-application-administrator = Cloudprogramadministrator
graph-role-user-administrator = Brugeradministrator
graph-role-license-administrator = Licensadministrator
graph-role-power-platform-administrator = Power Platform-administrator
graph-role-teams-administrator = Teams-administrator
graph-role-dynamics-administrator = Dynamics 365-administrator

## Interface: the frame
product = Latchkey
skip = Gå til indholdet
language = Sprog
language-unreadable = Teksterne på { $language } kunne ikke læses. Prøv igen; hvis det ikke hjælper, så installer udvidelsen igen.
panel-close = Luk panelet
signed-in-as = Logget på som { $name }
list-separator = {", "}
change-to = til
at-least = ≥ { $count }
nav-overview = Oversigt
nav-disconnect-rights = Frakobling
nav-history = Historik
nav-settings = Indstil­linger
target-label = Arbejder i
target-environment = Miljø
target-organization = Organisation
target-tenant = Lejer
target-service = Tjeneste
target-page = Side
target-host = Websted
target-user = Bruger
target-none = Intet miljø endnu
only-shows = Denne fane viser kun
only-shows-why = Den blev åbnet via sin adresse og ikke af Latchkey, som enhver side kunne gøre det. Derfor gemmes og ændres intet herfra.
only-shows-go = Åbn Latchkey på sin egen fane
organization-none = Intet miljø er åbent
organization-none-why = Siden forrest hører ikke til noget miljø. Åbn det miljø, Latchkey skal arbejde i, på en anden fane i denne browser: Gå til dets adresse, f.eks. contoso.crm4.dynamics.com, eller vælg Åbn ud for det i Power Platform Administration. Se derefter efter igen.
organization-several = Flere miljøer er åbne
organization-several-why = Siden forrest hører ikke til nogen af dem. Vælg det, dette panel skal arbejde i; det bliver ved det, indtil det lukkes.
organization-take-named = Arbejd i { $host }
organization-again = Se efter igen
kind-production = Produktion
kind-sandbox = Sandkasse
kind-trial = Prøveversion
kind-developer = Udvikler
kind-unknown = Ukendt type
value-on = Til
value-off = Fra
value-yes = Ja
value-no = Nej
value-none = Ingen
value-there = Findes
value-not-there = Findes ikke
value-gone = Væk
value-as-planned = Som planlagt
value-different = Anderledes
value-day = { $day }
value-moment = { $day }, { $time } UTC
value-unknown = Ukendt
value-show-all = Vis alt

## Interface: reading
refresh = Læs igen
try-again = Prøv igen
read-at = { $requests ->
    [one] Læst { $time } med { $requests } anmodning
   *[other] Læst { $time } med { $requests } anmodninger
  }
reading-first = Læser posttyper og rettigheden
reading-more = Læser roller og brugere
signed-out-title = Du er logget af
no-permission-title = Du kan ikke læse dette
other-user = Portalen viser en anden bruger
other-user-why = Sidens sidehoved nævner { $shown }, men du er logget på tjenesten som { $user }. Ændringer foretages som { $user }; en plan stopper før sin første skrivning, så længe de to er forskellige.
offline-title = Ingen forbindelse
error-title = Det kunne ikke læses
offline-kept = Det, der blev læst før, bliver stående med klokkeslæt.
offline-kept-changes = Det, der blev læst før, bliver stående med klokkeslæt. Dine ændringer er bevaret.
unreadable-not-none = Det er ukendt, ikke “ingen”.
partial-title = Listen er ikke fuldstændig
partial-lower-bound = Tallene er nedre grænser: “mindst”.
interrupted-title = En plan blev afbrudt
interrupted-why = { $steps ->
    [one] Begyndt { $time }; { $done } af { $steps } trin er bevist. En læsning afgør, hvad der skete, før andet foretages.
   *[other] Begyndt { $time }; { $done } af { $steps } trin er bevist. En læsning afgør, hvad der skete, før andet foretages.
  }
interrupted-resume = Læs og fortsæt
interrupted-undo = Læs og vis fortrydelse
interrupted-settle = Læs kun, hvad der skete

## Interface: overview
overview-title = Oversigt
overview-ready-of = { $ready } af { $all } i orden
overview-unread = Læses ikke her: Det står på en anden portals side.
overview-open-named = Åbn { $recipe }
overview-ready = { $count } i orden
overview-in-plan = I planen
overview-remove = Fjern
overview-fix-named = { $fix }: { $line }
readiness-ready = I orden
readiness-attention = Se på dette
readiness-blocked = Blokeret
readiness-unknown = Ukendt
unproven = { $count ->
    [one] { $count } ting her er endnu ikke bevist
   *[other] { $count } ting her er endnu ikke bevist
  }
overview-legend = Hvad mærkerne betyder
named = { $name }: { $what }

## Interface: record types
types-title = Efter posttype
types-caption = Hvem må frakoble tilkoblede chats, efter posttype
types-record-type = Posttype
types-owner = Postejer
types-owner-means = ejer posten
types-connector = Chattilkobler
types-connector-means = tilkoblede chatten sidst
types-all = Alle posttyper
types-all-owner-on = Alle posttyper: postejer må frakoble, til
types-all-owner-off = Alle posttyper: postejer må frakoble, fra
types-all-connector-on = Alle posttyper: chattilkobler må frakoble, til
types-all-connector-off = Alle posttyper: chattilkobler må frakoble, fra
types-empty = Ingen posttype kan tilkobles chats
types-empty-hint = Tilføj posttyper på portalens side for Teams-chat, og læs igen.
switch-owner = { $type }: postejer må frakoble
switch-connector = { $type }: chattilkobler må frakoble
ordinary-title = Hvad det betyder for en bruger uden en rolle med rettigheden
ordinary-means = Efter posttype, i fire situationer.
ordinary-caption = Om en bruger uden rettigheden kan frakoble en chat, efter posttype, i fire situationer
chats-for-all = Chats kan tilkobles alle tabeller
chats-for-all-why = En indstilling i miljøet tillader chats på tabeller, der ikke er på listen. Hvem der må frakoble dem, er ukendt.
preset-new-organization = Indstil som i en ny organisation
situation-both = Begge
situation-owner = Ejer
situation-connector = Til­kobler
situation-neither = Ingen
situation-both-means = Begge: ejer posten og tilkoblede chatten sidst
answer-by-switch = Ja, via en kontakt
answer-by-role = Ja, via en rolle
answer-no = Nej

## Interface: who is affected
affected-title = Hvem berøres
affected-if = { $changes ->
    [one] hvis denne ændring udføres; intet er skrevet endnu
   *[other] hvis disse { $changes } ændringer udføres; intet er skrevet endnu
  }
affected-gain = { $count ->
    [one] bruger får den via en rolle
   *[other] brugere får den via en rolle
  }
affected-lose = { $count ->
    [one] bruger mister den via en rolle
   *[other] brugere mister den via en rolle
  }
affected-hold = { $count ->
    [one] har den via en rolle
   *[other] har den via en rolle
  }
affected-owner = { $type }, ejer
affected-connector = { $type }, tilkobler
affected-at-most = { $count ->
    [one] højst { $count } bruger
   *[other] højst { $count } brugere
  }
affected-role = { $role }, rettighed
affected-role-users = { $count ->
    [one] { $count } bruger
   *[other] { $count } brugere
  }
affected-role-users-unknown = ukendt antal brugere
affected-losing = Mister retten:
affected-losing-more = { $count ->
    [one] {" "}og { $count } til
   *[other] {" "}og { $count } til
  }
affected-gaining = Får retten:
affected-gaining-more = { $count ->
    [one] {" "}og { $count } til
   *[other] {" "}og { $count } til
  }

## Interface: ask about a person
ask-title = Kan denne person frakoble?
ask-user = Bruger
ask-ordinary = Almindelig bruger
ask-unknown-user = Ingen aktiveret bruger hedder { $name }. Vælg en fra listen.
ask-owner = Postens ejer
ask-owner-not = En anden
ask-owner-owner = Denne person
ask-owner-team = Et team, personen er med i
ask-connector = Tilkoblede chatten sidst
ask-yes-today = Ja i dag
ask-no-today = Nej i dag
ask-perhaps-today = Uvist i dag
ask-yes-after = Ja efter ændringerne
ask-no-after = Nej efter ændringerne
ask-perhaps-after = Uvist efter ændringerne
ask-today = I dag:
ask-after = Efter:
ask-how = Sådan blev det afgjort
ask-all-rows = Vis alle 8 publicerede rækker
fact = Forhold
fact-today = I dag
fact-after = Efter
fact-row = Publiceret række { $row }
fact-derived = Udledt
fact-any = uanset
fact-owner = Ejer posten
fact-connector = Tilkoblede chatten sidst
fact-owner-switch = Ejerkontakt, { $type }
fact-connector-switch = Tilkobler­kontakt, { $type }
fact-role = Rettighed via en rolle
fact-result = Kan frakoble
published-caption = Tabellen, som Microsoft publicerer den. Overskriften “sidst til at frakoble” betyder “sidst til at tilkoble”.
published-row = Række
published-owner = Ejer
published-connector = Tilkoblede sidst
published-owner-switch = Ejer­kontakt
published-connector-switch = Tilkobler­kontakt
published-role = Rolle
published-result = Kan

## Interface: users and roles
users-title = Brugere
users-complete = { $count ->
    [one] { $count } bruger, fuldstændig
   *[other] { $count } brugere, fuldstændig
  }
users-at-least = { $count ->
    [one] mindst { $count } bruger
   *[other] mindst { $count } brugere
  }
users-search = Søg efter brugere
users-only-changed = Kun dem, der ændres
users-caption = Om hver bruger kan frakoble en chat fra { $type }, i fire situationer
users-shown = { $count ->
    [0] Ingen brugere passer
   *[other] { $from } til { $to } af { $count }
  }
users-all = Vis alle
users-previous = Forrige
users-next = Næste
users-grant-through-team = { $role }, via teamet { $team }
users-left-out = { $count ->
    [one] { $count } deaktiveret bruger eller programbruger er udeladt.
   *[other] { $count } deaktiverede brugere eller programbrugere er udeladt.
  }
roles-title = Roller med rettigheden
roles-held = { $count ->
    [one] { $count } bruger har den
   *[other] { $count } brugere har den
  }
roles-privilege = Frakobl Teams-chat fra Dynamics 365-post
roles-no-privilege = Miljøet har ingen sådan rettighed, så kun kontakterne afgør det.
roles-others = { $count ->
    [one] { $count } rolle uden rettigheden
   *[other] { $count } roller uden rettigheden
  }
roles-others-caption = Roller uden rettigheden
roles-search = Søg efter roller
roles-shown = { $count ->
    [0] Ingen roller passer
   *[other] { $from } til { $to } af { $count }
  }
roles-role = Rolle
roles-granted = Tildelt
roles-users = Brugere
role-default = Standard
role-default-removed = Standard, fjernet
role-added = Tilføjet her
role-fixed = kan ikke ændres
switch-role = { $role } har rettigheden
export-title = Gem det læste
export-view = Hvad skal gemmes som CSV
export-csv = Gem som CSV
export-json = Gem alt som JSON

## Interface: the bar and the plan
bar-summary = { $changes ->
    [one] { $changes } ændring
   *[other] { $changes } ændringer
  } · { $requests ->
    [one] mindst { $requests } anmodning
   *[other] mindst { $requests } anmodninger
  }
bar-people = { $gain ->
    [one] { $gain } bruger får den
   *[other] { $gain } brugere får den
  }, { $lose ->
    [one] { $lose } mister den via en rolle
   *[other] { $lose } mister den via en rolle
  }
bar-nothing-written = Intet er skrevet endnu
bar-no-plan = Ingen plan endnu
bar-incomplete = Gennemse er slået fra, så længe en liste, planen bygger på, er ufuldstændig
bar-still-reading = Gennemse er slået fra, indtil roller og brugere er læst
bar-discard = Kassér
bar-review = Gennemse
plan-summary = { $changes ->
    [one] { $changes } trin
   *[other] { $changes } trin
  } · { $requests ->
    [one] mindst { $requests } anmodning
   *[other] mindst { $requests } anmodninger
  }
plan-save = Gem som fil
plan-target-at = Planens mål: { $host }
plan-sealed = Lavet { $time } kun til dette mål. { $reads ->
    [one] { $reads } af anmodningerne sikrer
   *[other] { $reads } af anmodningerne sikrer
  }, før noget skrives, at sted og bruger stadig er de samme; enhver forskel stopper planen.
plan-notes = Hvad det betyder
plan-steps = Trin
plan-refused = Planen blev ikke startet
plan-gate-production = Dette skriver til produktion. Skriv { $name } for at udføre.
plan-gate-unknown = Miljøets type er ukendt, så det tæller som produktion. Skriv { $name } for at udføre.
plan-gate-page = Om { $name } er produktion, kan ikke ses, så det regnes for det. Skriv navnet for at anvende.
plan-gate-several = Skriv { $name } for at udføre. Navnet står for:
plan-gate-others = Der skrives også til:
plan-gate-tenant = Dette skriver til hele lejeren. Skriv { $name } for at udføre.
plan-name-matches = Passer
plan-name-differs = Passer ikke endnu
plan-outside = Planen kom med fanens adresse og ikke fra Latchkey. Den vises kun her.
plan-remake = Åbn planen for at udføre den
plan-apply = { $changes ->
    [one] Udfør { $changes } trin
   *[other] Udfør { $changes } trin
  }
plan-cancel = Annuller
risk-reversible = Kan fortrydes
risk-disruptive = Forstyrrende
risk-irreversible = Kan ikke fortrydes helt
risk-one-way = Kan ikke fortrydes
risk-unsaved = Varer ikke ved af sig selv
kind-api = { $requests ->
    [one] API, { $requests } anmodning
   *[other] API, { $requests } anmodninger
  }
kind-page = { $requests ->
    [one] På siden, { $requests } læsning eller klik
   *[other] På siden, { $requests } læsninger og klik
  }
kind-guide = { $requests ->
    [one] Du gør det, med vejledning, { $requests } anmodning
   *[other] Du gør det, med vejledning, { $requests } anmodninger
  }
kind-read = { $requests ->
    [one] Læser kun, { $requests } anmodning
   *[other] Læser kun, { $requests } anmodninger
  }
kind-await = { $requests ->
    [one] Latchkey venter og ser efter, { $requests } anmodning
   *[other] Latchkey venter og ser efter, { $requests } anmodninger
  }
step-request = Anmodning
step-control = Hvad der klikkes på
step-no-conditional-write = Tjenesten kan ikke låse dette, mens det ændres: Derfor læses der lige før og lige efter.
step-not-repeatable = Kan ikke gentages: går svaret tabt, afgør en læsning, hvad der skete; der sendes aldrig to gange.
start-newer-version = Planen er skrevet af et nyere Latchkey. Opdater, og gennemse den igen.
start-not-approved = Planen er ikke den, der blev vist. Gennemse den igen.
start-name-not-typed = { $name } skal skrives, før noget skrives.
start-empty = Planen har ingen trin.
start-malformed = Planen hænger ikke sammen og blev ikke startet: { $detail }

## Interface: a run
run-title = Udfører
run-title-paused = På pause
run-title-asking = Venter på dig
run-title-stopped = Stoppet
run-title-ended = Afsluttet
run-title-done = Udført og bevist
run-return = Tilbage til kørslen
run-comes-first = En kørsel er i gang eller venter på dig: Før den først til ende.
run-summary = { $done } af { $steps } udført · { $requests ->
    [one] { $requests } anmodning
   *[other] { $requests } anmodninger
  }
run-progress = Planens forløb
run-locking = Målet kontrolleres igen, før noget skrives.
run-running = Én skrivning ad gangen. Du må gerne forlade visningen; efter et nedbrud fortsætter planen fra journalen.
run-paused = Intet sendes, før du genoptager.
run-throttled = Tjenesten bad om en pause
run-throttled-why = For mange anmodninger på kort tid. Intet er skrevet imens.
run-next-try = Næste forsøg om
run-waiting = Dette trin er dit
run-press = Siden tog ikke imod Latchkeys klik. Klik selv på det fremhævede element dér; Latchkey fortsætter, så snart det ses.
run-press-named = Siden tog ikke imod Latchkeys klik. Klik selv på “{ $control }” dér; Latchkey fortsætter, så snart det ses.
run-not-seen = Ses endnu ikke. Latchkey bliver ved med at se efter dette:
run-not-seen-value = { $what }: ønsket { $wanted }, nu { $now }
run-open-page = Åbn { $host }
run-admin-done = Jeg har gjort det
run-held = Intet sendes, før du fortsætter; så kontrolleres målet først igen.
run-go-on = Fortsæt
run-stopped = Stoppet, før andet blev skrevet
acting-covered = Noget på siden dækker Latchkey, så intet blev gjort. Gør det frit, og tryk igen.
run-done = Alt læses tilbage som planlagt
run-done-why = Hvert trin er læst tilbage fra tjenesten.
run-page-stale = Sider i portalen, der allerede var åbne, viser stadig det, de hentede før. Opdater dem, før du gemmer noget dér: Gemmes en gammel side, kan den overskrive det, der er anvendt.
run-show-refresh = Vis, hvor der opdateres
run-ended = Ikke alt blev udført
run-ended-why = Det udførte bliver stående, til det fortrydes; resten blev ikke startet.
run-ended-nothing = Intet af det udførte bliver stående; resten blev ikke startet.
run-ended-unsettled = Der er sendt noget, eller der var noget, du skulle gøre, som ingen læsning har vist udfaldet af: det kan stadig få virkning. Læs, hvad der skete; det, der varer ved, kan fortrydes derefter.
run-back-all = Alt, hvad der varer ved, kan fortrydes, her eller senere i Historik.
run-back-some = { $of ->
    [one] Det kan fortrydes her eller senere i Historik, men ikke helt:
   *[other] { $back } af { $of } ændringer kan fortrydes, her eller senere i Historik. Uanset hvad der fortrydes, bliver dette:
  }
run-back-none = Intet af det kan fortrydes herfra:
run-back-nothing = Intet varigt blev ændret, så der er intet at fortryde.
run-stays = { $step }: ikke helt
run-stays-why = { $step }: { $why }
run-watching = Et andet panel udfører planen
run-watching-why = Dette panel viser kun forløbet. Pause, stop og fortryd sker der, hvor planen blev startet.
run-journalled = Hvert trin står i journalen, før det sendes.
run-pause = Pause
run-resume = Genoptag
run-cancel = Stop
run-undo = Fortryd
run-undo-hint = Fortryd gendanner kun det, ingen har ændret siden.
run-evidence = Gem bevis
run-close = Luk
asking-title = Ikke udført: { $step }
asking-why = Trin, der har brug for dette, springes over. Hvordan skal det fortsætte?
asking-open = Afgør
asking-go-on = Fortsæt uden det
asking-retry = Prøv igen
asking-look = Se efter igen
asking-undo = Stop og vis fortrydelse
asking-leave = Stop her
state-waiting = Venter
state-checking = Kontrolleres
state-writing = Skrives
state-yours = Venter på dig
state-proving = Venter på, at en læsning viser det
state-done = Udført
state-not-yet-shown = Vises endnu ikke
state-conflict = Ændret af en anden
state-failed = Mislykket
state-skipped = Ikke udført
state-unsaved = Ikke gemt
step-proving = { $tries ->
    [0] Skrevet; læses tilbage.
    [one] Skrevet; { $tries } læsning viste det ikke endnu.
   *[other] Skrevet; { $tries } læsninger viste det ikke endnu.
  }
step-proved = Bevist { $time }.
step-already = Allerede sådan { $time }; intet blev skrevet.
step-read = Læst { $time }.
step-looking = { $tries ->
    [0] Ser efter, om det er der.
    [one] Ikke der endnu (set efter { $tries } gang).
   *[other] Ikke der endnu (set efter { $tries } gange).
  }
step-held = Stemmer; set efter { $time }.
step-not-there = Ikke der, da der sidst blev set efter { $time }. Det, der blev sat i gang, er måske stadig undervejs.
step-unsettled = Hvad der blev af det, vides endnu ikke: Det kan stadig blive udført. Se efter igen om nogle minutter.
step-read-back = { $label }: { $value }.
step-not-yet-shown = Skrevet og accepteret, men ikke vist ved seneste læsning { $time }.
step-by-hand-not-shown = Det var dig, der skulle gøre dette. Det var ikke vist ved seneste læsning { $time }; hvis du gjorde det, kan det stadig få virkning.
step-conflict = Nogen ændrede det, efter at planen blev lavet. Intet blev overskrevet.
step-skipped = Ikke udført.
step-taken-back = Fortrudt siden.
step-unsaved = Ikke gemt: Der blev ikke trykket på Gem efter dette. Det forsvinder med siden, medmindre nogen gemmer det der.
conflict-caption = Hvad planen ventede, hvad der er nu, hvad planen vil
conflict-what = Hvad
conflict-planned-from = Planlagt ud fra
conflict-now = Nu
conflict-wanted = Ønsket

## Interface: history
history-title = Historik
history-lead = Alle planer udført fra denne browser: de seneste 50 eller 5 MB.
history-runs = Udførelser
history-refused = Det kunne ikke fortrydes
history-unreadable = Historikken kunne ikke læses
history-empty = Intet er udført endnu
history-empty-hint = Hver plan, du udfører, gemmes her med sit bevis og sin vej tilbage.
history-unreadable-runs = { $count ->
    [one] { $count } udførelse kan ikke læses af denne version. Den bevares.
   *[other] { $count } udførelser kan ikke læses af denne version. De bevares.
  }
history-keep = Bevar eller glem
history-export = Gem historikken
history-clear = Ryd
history-clear-title = Ryd historikken?
history-clear-why = Afsluttede udførelser glemmes, og dermed muligheden for at fortryde dem. Uafsluttede bliver stående.
history-clear-keep = Bevar
history-clear-confirm = Ryd
history-undo = Vis fortrydelse
history-requests = Anmodninger
history-digest = Planens fingeraftryk
standing-interrupted = Afbrudt
standing-unsettled = Uafklaret
standing-undo = Kan fortrydes
standing-undo-part = Fortryd { $steps } af { $of }
standing-undone = Fortrudt
standing-no-way-back = Ingen vej tilbage
standing-nothing-changed = Intet ændret
undo-not-over = Udførelsen er ikke slut. Læs først, hvad der skete.
undo-unsettled = For nogle trin er det uvist, hvad der skete. Læs det først.
undo-nothing-changed = Udførelsen ændrede intet.
undo-already-undone = Udførelsen er allerede fortrudt.
undo-no-way-back = Intet af det ændrede har en vej tilbage.
undo-run-gone = Udførelsen er ikke længere i historikken.

## Interface: what only the admin has, and secrets shown once
slots-title = Det, kun du har
slots-why = Det bliver i dette panels hukommelse, til kørslen er slut, og skrives ingen steder.
slots-given = Klar til denne kørsel
slots-show = Vis
slots-show-named = Vis: { $what }
slots-hide = Skjul
slots-hide-named = Skjul: { $what }
slots-file = { $what }: { $name }
slots-file-reading = Læser filen
slots-file-unreadable = Filen kunne ikke læses. Vælg den igen.
slots-give = Aflever
run-lacking = Der mangler noget, som kun du har
run-lacking-why = Ingen flere trin begyndes, før det er der.
secret-ready = { $what }: vises kun her
secret-hand-over = { $what }: gem den nu
secret-why = Den vises aldrig igen. Afbrydes kørslen, før du har gemt den, fjernes den, og der oprettes en ny.
secret-undelivered = { $what }: oprettet, men ingen har den
secret-undelivered-open = Den er oprettet, er ikke nået frem og gemmes ingen steder. “Læs og fortsæt” i Historik fjerner den og opretter en ny.
secret-undelivered-over = Den er oprettet, er ikke nået frem og gemmes ingen steder. Fortryd fjerner den.
secret-show = Vis
secret-copy = Kopiér
secret-copied = Kopieret
secret-not-copied = Ikke kopieret. Markér den, og kopiér den selv.
secret-stored = Jeg har gemt den
secret-gone = Den er ikke længere i hukommelsen.
secret-renewed = Afbrydes kørslen, før hemmeligheden er afleveret, fjernes den, og der oprettes en ny:
found-title = Fundet i denne kørsel
found-copy = Kopiér { $what }
step-percent = { $percent } % udført

## Interface: settings
settings-title = Indstillinger
permissions-title = Hvad browseren tillader Latchkey
permissions-lead = Hver vært og tilladelse, der haves nu. Det, der kan fjernes, bedes der om igen, når det er nødvendigt.
permissions-reading = Læser tilladelser
permission = Vært eller tilladelse
permission-standing = Status
permission-required = Nødvendig
permission-hosts = { $count ->
    [one] { $count } adresse på Dynamics 365-organisationer
   *[other] { $count } adresser på Dynamics 365-organisationer
  }
permission-remove = Fjern
permission-remove-named = Fjern { $permission }
permission-kept = { $permission } kunne ikke fjernes
privacy-title = Hvad der gemmes
privacy-text = Planer og deres bevis gemmes kun i denne browser. Ingen adgangskode, intet token og ingen hemmelighed gemmes, og intet sendes andre steder hen end til dine egne tjenester.

## Blueprint: a file that is opened
blueprint-too-large = Denne fil er større, end en skabelon nogensinde er, så den blev ikke åbnet.
blueprint-another-file = Denne fil er ikke en skabelon for Teams-chat. Vælg en fil, som Latchkey har gemt som skabelon.
blueprint-newer = Denne skabelon er skrevet af en nyere Latchkey. Opdater, og åbn den igen.
blueprint-twice = Denne skabelon siger { $place } to gange, og ingen kan sige, hvad der gælder, så intet af den blev overtaget. Behold én af dem, og åbn den igen.
blueprint-no-apps = I denne skabelon er “apps” en tom liste. Skriv "off" for ingen steder, eller udelad “apps” for at lade det være, og åbn den igen.
blueprint-not-understood = Skabelonen kan ikke forstås ved { $place }, så intet af den blev overtaget. Ret det sted i filen, eller gem skabelonen igen.

## Plan engine
run-answer-absent = tjenesten oplyser, at rækken ikke findes
run-answer-malformed = svaret kunne ikke forstås
run-answer-too-large = svaret er større end { $limit } byte
run-guard-unreadable = Det kunne ikke læses før skrivningen, så intet blev skrevet: { $why }.
run-page-anew = { $name } blev indlæst på ny imens og står ikke, hvor dette trin har brug for det: { $why }. Intet blev skrevet. Åbn dér igen det, som de foregående trin havde åbnet, og prøv så igen.
run-proof-unreadable = Det blev skrevet, men kunne ikke læses tilbage: { $why }.
run-journal-full = Browseren har ikke plads til planens journal. Ryd historikken, og prøv igen.
run-journal-unreachable = Journalen kan ikke nås, så intet skrives. Genindlæs udvidelsen, og prøv igen.
run-keeps-changing = Nogen bliver ved med at ændre dette. Prøv igen senere.
run-lease-held = Et andet panel udfører en plan på dette miljø.
run-lock-mismatch = { $target } er ikke det, planen blev lavet til. Anderledes nu: { $what }.
run-lock-unreadable = { $target } kunne ikke kontrolleres ({ $what }): { $why }.
run-no-etag = Tjenesten oplyste ingen version af rækken, så en sikker skrivning er ikke mulig.
run-not-carried-out = Intet af det står ved magt: Det læses som før.
run-not-sent = ikke sendt: { $reason }
run-outcome-unknown = Om det blev udført, kunne ikke fastslås. Læs igen, før du beslutter dig.
run-rested = Kørslen holdt pause mellem det, den udfyldte, og dette trin, som gemmer siden, som den står nu: også det, nogen har ændret der imens. Der blev ikke trykket på noget. Se på siden; hvis intet andet er ændret, så prøv igen, og Latchkey trykker.
run-page-gone = portalsiden blev lukket eller genindlæst
run-no-page = ingen fane viser { $host }: åbn den, og log på der
run-many-pages = flere faner eller rammer viser { $host }: luk alle undtagen den, der menes
run-tab-gone = den fane, denne kørsel arbejdede i, viser ikke længere { $host }, og en anden kan være en anden lejers: afslut kørslen, læs igen, og lav en ny plan
run-page-closed = Ingen fane viser { $name } ({ $host }) længere. Åbn siden igen, og fortsæt så.
run-sales-closed = Ingen fane viser længere Sales-appen i Outlook eller Teams. Åbn den dér igen med dens indstillinger, og fortsæt så.
run-portal-setup = appens side i Salesforce-opsætningen
run-page-unreadable = { $name } viser ikke det nødvendige: { $why }. Åbn den rigtige side dér, og fortsæt så.
run-not-found = det nødvendige blev ikke fundet på siden
run-not-found-named = “{ $control }” blev ikke fundet på siden
run-refused = Tjenesten afviste det ({ $status } { $code }): { $message }
run-refused-business-unit = Tjenesten afviste det: dette er en afdelings kopi af rollen. Kun rodkopien kan ændres.
run-refused-directory = Kataloget afviste det: Du mangler rollen til det (f.eks. Programadministrator til programmer, Brugeradministrator til brugere og licenser), eller Latchkey mangler tilladelsen. Bed om rollen, eller log på igen, og giv samtykke. Svaret var: { $message }
run-refused-forbidden = Tjenesten afviste det: { $message }
run-refused-grant = Tjenesten afviste det: du kan ikke tildele en rettighed, du ikke selv har. Mangler: { $privileges }
run-refused-privilege = Tjenesten afviste det: du mangler { $privileges }. Spørg en administrator.
run-service-error = tjenesten fejlede ({ $status })
run-signed-out = Du er logget af. Log på på portalsiden, og fortsæt.
run-unreachable = intet svar fra { $host }
undo-plan = Fortryd “{ $plan }”
undo-step = Fortryd “{ $step }”
undo-reason = { $count ->
    [0] Som det var før.
    [one] Før kørslen var { $what } “{ $was }”.
   *[other] Som disse { $count } indstillinger var før kørslen.
  }
undo-left-changed-since = Ladt i fred, fordi nogen har ændret det siden: { $step }
undo-left-no-way-back = Bliver stående: { $step }. { $why }
undo-left-not-shown = Bliver stående, fordi det aldrig blev vist: { $step }
undo-left-row-unknown = Bliver stående, fordi den række, tjenesten lavede, ikke blev vist: { $step }
undo-reason-partly = Det kan ikke blive, som det var. Bagefter: { $left }.
undo-partly-again = Det, der blev tilbage, gendannes ikke herfra: Lav en ny plan til det.
undo-awaited-again = Lav en ny plan i opskriftens egen visning for at få det igen: Andre trin frembragte det, og de udføres ikke igen herfra.
run-slot-unknown = { $slot } blev ikke vist, og dette trin har brug for værdien. Se efter i portalen, og prøv igen.
run-slot-odd = { $slot }: tjenesten oplyste noget, der ikke er et id af denne slags, så det bruges ikke. Se efter i portalen, og prøv igen.
run-secret-lost = Hemmeligheden gik tabt, før den blev afleveret. Det, der blev oprettet med den, er der stadig; Fortryd fjerner det.
run-secret-not-told = Tjenesten oprettede en hemmelighed og oplyste den ikke, to gange. Fortryd fjerner det, der blev oprettet.
run-page-says = Siden siger: { $message }
run-service-gave-up = Tjenesten gav op: { $message }
run-answer-disagrees = Tjenesten læste noget andet i det, den fik sendt, end det, du godkendte, så der blev ikke gjort mere med det. Læs igen, og se planen igennem på ny.
slot-refused-not-asked = Der bliver ikke bedt om noget til { $slot }.
slot-refused-empty = Feltet er tomt.
slot-refused-plus = Den indeholder et +, som Bright Pattern ikke kan bruge. Lav en ny klienthemmelighed, indtil en er uden.
slot-refused-id = Det er et id, f.eks. hemmelighedens eget, som står ved siden af i portalen. Angiv klienthemmelighedens værdi.
slot-refused-space = Den indeholder et mellemrum. Angiv klienthemmeligheden alene.
slot-refused-password = Denne adgangskode kan ikke bruges: { $why }.
slot-refused-other-file = Det er ikke filen, planen blev lavet med, { $name }: indholdet er et andet.

## The Teams chat view
nav-teams-chat = Chat
nav-bright-pattern = Bright Pattern
chat-subtitle = Hvor agenter chatter i Teams fra Dynamics 365, på hvilke poster, og hvad de deler
chat-sections = Afsnit i denne visning
chat-reading = Læser apps, indstillinger og posttyper
chat-reading-part = Læses stadig
chat-show-me = Vis det på siden
chat-show-scope = Vis valget af apps på siden
chat-show-profiles = Vis vejen til profilerne på siden
chat-shown = Markeret på siden.
chat-not-shown = Ikke fundet på siden ved siden af dette panel. Åbn Samarbejde, Integreret chat via Teams, Administrer, og prøv igen.
chat-not-here = Ikke i denne generation
chat-on-title = Til og hvor
chat-scope-all = Slå til for alle Dynamics 365-apps
chat-scope-selected = Slå til for valgte Dynamics 365-apps
chat-scope-off = Fra
chat-scope-all-means = Apps, der tilføjes senere, får også Teams-chat. Dit valg af apps bevares, hvis du vender tilbage til det.
chat-layer-on = Miljøets egen værdi: Til
chat-layer-off = Miljøets egen værdi: Fra
chat-layer-unset-on = Miljøet har ingen egen værdi: produktets standard er Til
chat-layer-unset-off = Miljøet har ingen egen værdi: produktets standard er Fra
chat-apps-caption = Apps, deres egen værdi, og hvad der gælder i dem
chat-app = App
chat-app-own = Egen værdi
chat-app-effective = Gælder
chat-app-default = Til som standard
chat-from-app = fra appen
chat-from-environment = fra miljøet
chat-from-default = fra produktet
chat-publish = Udgiv denne app med planen
chat-page-leave = Lad sidens kontakt være, som den er
chat-page-on = Slå sidens kontakt til
chat-page-off = Slå sidens kontakt fra
chat-consent-title = Hvad appen må med Teams-data
chat-consent-means = En global administrator giver samtykke til disse fem Microsoft Graph-tilladelser, når Teams-chat slås til første gang. Hvilken app der har dem, er ikke offentliggjort.
chat-consent-chats = Læser brugerens chats og seneste meddelelser til chatlisten
chat-consent-directory = Læser navnene på brugerens teams og kanaler
chat-consent-presence = Læser alles tilstedeværelse til avatarerne i chatlisten
chat-consent-users = Læser fulde navne og licenser, så kun personer med en Teams-licens foreslås
chat-consent-photos = Læser brugernes billeder
chat-consent-unread = Om nogen har den, kunne ikke læses
chat-consent-held = Der er givet samtykke for hele organisationen til:
chat-consent-not-among = Ingen af de apps, der kunne læses, har den; ikke alle kunne læses
chat-consent-none = Ingen app har den for hele organisationen
chat-available-title = Hvor Teams-chat findes
chat-product = Produkt
chat-product-embedded = Dynamics 365 Contact Center, integreret
chat-product-standalone = Dynamics 365 Contact Center, enkeltstående
chat-product-service = Dynamics 365 Customer Service
chat-available-apps = Agenter chatter i Customer Service Hub, Customer Service workspace, Contact Center workspace og brugerdefinerede apps samt i apps som Field Service og Sales. De starter en chat eller tilkobler en, de har, uden at forlade appen.
chat-available-default = Teams-chat er som standard slået til i de to workspaces og i Customer Service Hub; i alle andre apps slår nogen Teams-chat til.
chat-types-title = Posttyper
chat-types-means = Chats kan tilkobles poster af disse typer. Åbn en for at ændre den.
chat-types-legend = Hvad kolonnernes overskrifter står for
chat-row-view = Notens visning: { $view }
chat-types-inactive = { $count ->
    [one] { $count } mere er inaktiv og vises ikke.
   *[other] { $count } flere er inaktive og vises ikke.
  }
chat-head-note = Note
chat-head-owner = Ejer
chat-head-connector = Til­kobler
chat-head-join = Deltag
chat-head-updates = Opdate­ringer
chat-type-new = Tilføjes
chat-type-going = Fjernes
chat-type-forget = Tilføj ikke
chat-type-forget-named = Tilføj ikke { $type }
chat-type-keep = Behold
chat-type-keep-named = Behold { $type }
chat-type-remove = Fjern posttype
chat-type-remove-named = Fjern posttype: { $type }
chat-type-managed = Denne posttype blev installeret med en løsning: Fjernes den her, gøres den inaktiv og slettes ikke.
chat-switch-of = { $type }: { $switch }
chat-note-means = Når en chat tilkobles, skrives en note i den om, hvad posten handler om. Slået fra begynder en ny chat uden den note.
chat-view-of = { $type }: notens visning
chat-view-case = Standard: introduktionsmeddelelse for sag
chat-view-quick-find = Standard: Hurtig søgning
chat-view-undocumented = Standard: Hvilken visning noten bruger, er ikke dokumenteret for denne tabel
chat-view-unknown = En visning, der ikke blev fundet
chat-card-title = Kontekstkort: { $view }
chat-card-unknown = Hvilke kolonner kortet får, kunne ikke afgøres.
chat-card-beyond = { $count ->
    [one] Kortet bruger de første { $most } kolonner; { $count } mere er ikke med.
   *[other] Kortet bruger de første { $most } kolonner; { $count } flere er ikke med.
  }
chat-card-secured = Kolonnesikkerhed kontrolleres ikke i en chat: Alle deltagere kommer til at se
chat-card-maybe-secured = Det vides ikke, om kolonnesikkerhed beskytter disse; hvis den gør, ser alle deltagere alligevel
chat-card-static = Værdierne kopieres, når chatten tilkobles, som agenten må se dem, med et link til posten. Dette er en forhåndsvisning.
chat-card-hidden = At visningens skjulte kolonner ikke tæller med, er endnu ikke bevist på en rigtig lejer.
chat-card-left-out = En kolonne, der ikke understøttes, udelades, og ingen rykker op i stedet.
chat-card-not-supported = Understøttes ikke
chat-card-doubt-type = Udelades måske: Typen har ingen almindelig tekst
chat-card-doubt-table = Udelades måske: Den hører til en anden tabel
chat-card-doubt-unknown = Udelades måske: Intet kunne læses om den
chat-join-means = Den, der må skrive til posten, kan se dens tilkoblede chats og deltage i dem, også uden at have været med. Chats, der ikke er tilkoblet, kan man ikke deltage i sådan. Som standard kun slået til for Sag.
chat-join-use = Nyttigt, når en sag skifter hænder, og når en ekspert inddrages.
chat-owner-means = Ejere af en post kan frakoble alle chats, der er tilkoblet den.
chat-connector-means = Den, der tilkoblede en chat til en post, kan frakoble den chat.
chat-to-disconnect = Frakoblingsrettigheder: hvem det er, og hvad roller lægger til
chat-updates-means = Alle i en tilkoblet chat får besked, når en af de valgte kolonner ændres.
chat-updates-virtual = Virtuelle tabeller har ingen vigtige opdateringer.
chat-updates-no-message = Denne tabel har ingen opdateringsmeddelelse (Update) og dermed ingen vigtige opdateringer.
chat-updates-unread = Om denne tabel kan have vigtige opdateringer, kunne ikke læses.
chat-followed-count = { $count } af højst { $most } kolonner valgt
chat-followed-unknown = Posttypens liste kunne ikke forstås; vælges kolonner, erstattes den.
chat-followed-both = Lister i dette miljø er skrevet på to måder, så her skrives ikke mere end én kolonne. Brug portalens egen side.
chat-columns-search = Find en kolonne
chat-columns-more = { $count ->
    [one] { $count } kolonne mere: Søg efter navnet.
   *[other] { $count } kolonner mere: Søg efter navnet.
  }
chat-column-suggested = Foreslået
chat-column-full = Fem er valgt: Fjern først en
chat-column-images = Billeder i teksten vises ikke fuldt ud
chat-column-maybe = Et meget stort heltal: Om vigtige opdateringer understøtter det, er ikke bevist
chat-column-party-list = Understøttes ikke: en deltagerliste
chat-column-image = Understøttes ikke: et billede
chat-column-integer = Understøttes ikke: et heltal
chat-column-file = Understøttes ikke: en fil
chat-column-unreadable = Kan ikke læses og dermed ikke følges
chat-column-mirror = Gentager kun en anden kolonne
chat-column-unknown = Typen oplyses ikke, så den understøttes måske ikke
chat-add = Tilføj posttyper
chat-add-close = Luk listen over tabeller
chat-add-this = Tilføj
chat-add-named = Tilføj { $table }
chat-tables-search = Find en tabel
chat-tables-more = { $count ->
    [one] { $count } tabel mere: Søg efter navnet.
   *[other] { $count } tabeller mere: Søg efter navnet.
  }
chat-add-starts = En ny posttype begynder med begge frakoblingskontakter slået til; note, Deltag i chat og vigtige opdateringer er slået fra, medmindre det er Sag.
chat-add-there = Er allerede en posttype.
chat-add-links = Forbinder kun to tabeller: Ingen åbner rækker i denne.
chat-add-private = Platformen holder denne tabel for sig selv.
chat-add-no-id = Tabellens id kunne ikke læses, så den kan ikke blive til en posttype.
chat-add-no-owner = Dens poster har ingen ejer: Ejerkontakten hjælper ingen.
chat-timeline-title = Tidslinje
chat-preview = Prøveversion
chat-timeline-means = En tilkoblet chat vises på postens tidslinje: hvem der tilkoblede den hvornår, og hvem der skrev sidst hvornår. Det gemmer chataktiviteter i Dataverse.
chat-timeline-open = I apps med flere sessioner kræver Åbn chat, at Microsoft Teams er i produktivitetsruden i brugerens profil: se Profiler til flere sessioner.
chat-timeline-owner = En ny ejer af posten ser chatten dér og kan, når Deltag i chat er slået til, straks deltage og læse hele chatten.
chat-profiles-title = Profiler til flere sessioner
chat-profiles-means = Med standardprofilen har alle Teams-chat, og intet skal gøres. Gælder det kun bestemte brugere, så lav en profil ud fra standardprofilen, slå Microsoft Teams til i dens produktivitetsrude, og tilføj brugerne.
chat-profiles-none = Der er ingen profiler her.
chat-profile-name = Profil
chat-profile-reach = Når
chat-profile-teams = Teams i ruden
chat-profile-default = Følger med produktet og kan ikke ændres
chat-profile-users = { $count ->
    [one] { $count } bruger direkte
   *[other] { $count } brugere direkte
  }
chat-profile-roles = { $count ->
    [one] { $count } rolle
   *[other] { $count } roller
  }
chat-profile-guided = Du laver den med vejledning
chat-profile-new = Navn på en ny profil
chat-profile-add = Føj til plan
chat-profile-steps = På profilens side tilføjer du brugere, en skabelon til objektsession, indbakken, funktioner i produktivitetsruden og kanaludbydere.
chat-pane-none = Ingen rude
chat-pane-not-recognised = Ukendt: Ingen af dens faner kendes som Microsoft Teams
chat-pane-unclear = Uklart: De to måder at knytte en rude på er uenige
chat-pages-title = Indstillingsside i en brugerdefineret app
chat-pages-means = Sætter siden Chat og samarbejde ind i oversigten over webstedet i en brugerdefineret app. Ikke nødvendigt med Customer Service workspace eller Customer Service Hub.
chat-pages-none = Der er ingen brugerdefineret app her.
chat-pages-app = Brugerdefineret app
chat-pages-place = Plads i oversigten over webstedet
chat-pages-nowhere = Ikke i oversigten over webstedet
chat-pages-there = Siden er der: { $area }, { $group }
chat-pages-waits = Oversigten over webstedet har ændringer, der venter på udgivelse.
chat-pages-drafts = Nogen har ændringer i oversigten over webstedet, der ikke er udgivet. De bevares; udgivelse frigiver dem også.
chat-pages-managed = Denne oversigt fulgte med en løsning og ændres ikke.
chat-pages-publish = Udgiv { $app } med planen
chat-access-title = Tilladelser til produktivitetsruden
chat-access-means = En brugerdefineret rolle kræver læseadgang til syv tabeller for at nå produktivitetsruden i apps med flere sessioner.
chat-access-missing = Ingen læseadgang til:
chat-access-none = Der er ingen brugerdefineret rolle, der kan ændres.
chat-access-whole = { $count ->
    [one] { $count } rolle mangler intet
   *[other] { $count } roller mangler intet
  }
chat-access-add = { $count ->
    [one] Giv læseadgang til denne { $count } af de syv tabeller
    [7] Giv læseadgang til alle syv tabeller
   *[other] Giv læseadgang til disse { $count } af de syv tabeller
  }
chat-access-organization = Læseadgang for hele organisationen
chat-access-narrow = Læseadgang, men ikke for hele organisationen, til:
chat-access-disconnect = Rollers og brugeres frakoblingsrettigheder
chat-productivity = { $count ->
    [one] Ud over disse brugerdefinerede roller kræver brugere af apps med flere sessioner rollen { $role } med dens { $count } rettighed. Tildel dem den rolle.
   *[other] Ud over disse brugerdefinerede roller kræver brugere af apps med flere sessioner rollen { $role } med dens { $count } rettigheder. Tildel dem den rolle.
  }
chat-productivity-none = Brugere af apps med flere sessioner kræver det, som rollen Productivity tools user giver; den blev ikke fundet her.
chat-data-title = Hvad der sker med data
chat-data-mapping = Dynamics 365 gemmer ingen Teams-data ud over, hvilken chat der hører til hvilken post. Intet kopieres, medmindre en bruger føjer det til en note eller opgave, eller tidslinjen synkroniseres.
chat-data-tls = De to produkter taler sammen over TLS.
chat-data-policies = Begges politikker gælder: En fortrolig fil i en chat åbnes kun for dem, den er delt med, en post kun for dem, der må se den.
chat-data-retroactive = Agenter starter chats i Dynamics 365 og tilkobler dem, eller tilkobler chats, de har. At tilkoble bagefter virker kun i Dynamics 365-apps.
chat-check-title = Se, at det virker
chat-check-means = Når ændringerne er anvendt, åbn en post af en af disse typer i fanen ved siden af dette panel, eller åbn Latchkey på posten fra browserens værktøjslinje. Postens tilkoblede chats står i en rude ved kanten.
chat-check-look = Kontrollér denne post
chat-check-looking = Ser på siden
chat-check-elsewhere = Siden ved siden af dette panel er ikke en post. Åbn en, og kontrollér igen, eller se selv efter, og sig det.
chat-check-shown = Chatruden er på denne post ({ $type }). Set { $time }.
chat-check-not-shown = Chatruden blev ikke fundet på denne post ({ $type }). Kontrollér, at Teams-chat er slået til i denne app og for denne posttype, og indlæs siden igen. Hvis du alligevel ser chattene, så sig det.
chat-check-seen = Jeg ser chattene
chat-check-confirmed = Du så selv chattene { $time }.
chat-check-unproven = Hvad produktet kalder den rude, er observeret og endnu ikke bevist på en rigtig lejer.
chat-files-title = Gem det læste
chat-files-means = En liste som CSV, som intet regneark tager for formler, eller alt som JSON.
chat-file-apps = Apps
chat-file-types = Posttyper
chat-file-access = Roller
chat-file-profiles = Profiler
chat-file-consents = Samtykker
chat-blueprint-title = Skabelon
chat-blueprint-means = Alle valg i denne visning som én fil. Åbnet i et andet miljø står den ved siden af det, der er dér; du tager det, du vil have, som ændringer.
chat-blueprint-save = Gem som skabelon
chat-blueprint-open = Åbn en skabelon
chat-blueprint-from = Gemt fra { $environment }
chat-left = { $count ->
    [one] Én ting kommer ikke med i filen
   *[other] { $count } ting kommer ikke med i filen
  }
chat-left-unread = Ikke læst helt: { $what }
chat-left-table = { $type }: Det vides ikke, hvilken tabel den står for
chat-left-view = { $type }: Visningen til dens note blev ikke fundet
chat-left-columns = { $type }: Dens liste over kolonner kunne ikke forstås
chat-left-site-map = { $app }: Dens oversigt over websted kunne ikke forstås
chat-left-profile = { $profile }: Det vides ikke, om Microsoft Teams er i dens rude
chat-blueprint-what = Indstilling
chat-blueprint-file = Skabelon
chat-blueprint-here = Her nu
chat-blueprint-article = Artiklens udgangspunkt
chat-blueprint-same = { $count ->
    [one] { $count } linje er ens i begge.
   *[other] { $count } linjer er ens i begge.
  }
chat-blueprint-all = { $count ->
    [one] Tag den { $count }, der kan tages
   *[other] Tag alle { $count }, der kan tages
  }
chat-blueprint-close = Luk skabelonen
chat-blueprint-take = Tag
chat-blueprint-take-named = Tag fra skabelonen: { $what }
chat-blueprint-missing = Findes ikke her:
chat-blueprint-ambiguous = Mere end én ting her hedder { $name }
chat-blueprint-by-hand = I hånden på produktets egen side
chat-blueprint-role = { $role }: læser det, produktivitetsruden kræver
chat-blueprint-all-apps = Alle apps

## Bright Pattern-konto
bright-title = Bright Pattern-konto
bright-reason-org = For at læse, hvilken lejer dette miljø er i, og udlede kontoens adresser af det.
bright-reason-host = For at læse listen over integrationskonti i jeres Bright Pattern og udfylde den, du godkender.
bright-field-type = Type
bright-field-name = Name
bright-field-default = Default account
bright-field-authorization = Authorization URL
bright-field-token = Token URL
bright-field-api = API URL
bright-field-client-id = Client ID
bright-field-client-secret = Client Secret
    .is-true = udfyldt
    .is-false = tomt
bright-field-refresh-token = Refresh token
    .is-true = udfyldt
    .is-false = tomt
bright-value = { $value }
bright-empty = Tom
bright-there = { $what } er på siden
    .is-true = ja
    .is-false = nej
bright-form = Egenskaber for en ny konto
    .is-true = åbne
    .is-false = ikke åbne
bright-form-open = Åben
bright-form-closed = Ikke åben
bright-add = Knappen, der tilføjer en konto
bright-test = Knappen Test connection
bright-test-result = Hvad siden siger om testen
    .is-succeeded = Lykkedes
    .is-failed = Mislykkedes
bright-test-not-run = Ikke testet
bright-test-succeeded = Lykkedes
bright-apply = Knappen Apply
bright-account = Kontoen { $name }
bright-account-absent = Ikke på listen
bright-account-there = På listen
bright-secret-there = Udfyldt, vises aldrig
bright-refresh-token-there = Udfyldt af Bright Pattern
bright-secret-none = Som de er
bright-secret-until = En mere, indtil { $end }
bright-secret-key-id = Klienthemmelighedens nøgle-id
bright-app = Den registrerede app
bright-app-secrets = Appens klienthemmeligheder
bright-app-reply = Appens omdirigerings-URI’er
bright-app-permission = Appens API-tilladelser
bright-app-grants = Tilladelser givet til appen
bright-reply-without = Uden Bright Patterns adresse
bright-permission-without = Uden Dynamics CRM
bright-grant-none = Ikke givet
bright-grant-all = Givet for organisationen
bright-grant-id = Tildelingens id
bright-plan-title = Bright Pattern: kontoen { $name }
bright-step-open = Åbn egenskaberne for en ny konto
bright-step-field = Udfyld { $field }
bright-step-empty = Tøm { $field }
bright-step-refresh-token = Hent refresh token
bright-step-test = Test forbindelsen
bright-step-apply = Gem kontoen
bright-step-reply = { $app }: føj Bright Patterns adresse til omdirigerings-URI’erne
bright-step-permission = { $app }: tilføj den delegerede tilladelse til Dynamics CRM
bright-step-grant = { $app }: giv tilladelsen for organisationen
bright-step-secret = { $app }: opret en klienthemmelighed
bright-reason-account = En del af den konto, du har angivet.
bright-reason-consent = Bright Pattern logger på som dig og beder om samtykke; kun du kan give det.
bright-reason-test = Bright Pattern spørger selv Microsoft, før kontoen gemmes.
bright-reason-reply = Entra sender kun logonnet tilbage til denne adresse, hvis appen har den på sin liste.
bright-reason-permission = Bright Pattern arbejder i Dynamics 365 som den bruger, der logger på.
bright-reason-grant = Uden tilladelsen beder hvert logon fra Bright Pattern om den igen eller afvises.
bright-reason-secret = Den kommer i sidens felt og ingen andre steder; Microsoft viser den kun denne ene gang.
bright-guide-open = Åbn Integration Accounts i Contact Center Administrator, tilføj en konto med +, og vælg typen Microsoft Dynamics 365.
bright-guide-refresh-token = Tryk på Refresh token på siden, log på med den konto, Bright Pattern skal arbejde som, og giv samtykke.
bright-undo-account = Ingen offentliggjort kilde nævner, hvordan en konto slettes; hvis Bright Patterns side kan det, skal den slettes der.
bright-step-add = Tilføj en integrationskonto
bright-step-pick = Vælg den nye kontos type
bright-picker = Den nye kontos type
bright-picker-ok = Knappen OK
bright-undo-unsaved = Intet gemmes før Apply; det, der står i felterne, forsvinder med siden.
bright-undo-consent = Et samtykke trækkes tilbage i Entra Administration under Virksomhedsprogrammer > Tilladelser.
bright-undo-test = En test ændrer intet.
bright-unproven-page = Bright Pattern offentliggør intet om denne side; hvor dens kontrolelementer findes, er endnu ikke bevist i en rigtig lejer.
bright-plan-no-page = Ingen fane viser jeres Bright Pattern. Åbn https://<lejer>.brightpattern.com/admin, log på, og åbn Integration Accounts.
bright-plan-no-tenant = Adresserne kan ikke udledes uden lejeren. { $why }
bright-plan-no-name = Giv kontoen et navn.
bright-plan-name-taken = En anden konto har dette navn. Vælg et andet.
bright-plan-no-client-id = Angiv program-id’et (klient) for den registrerede app, et GUID.
bright-plan-no-app = Denne lejer har ingen app med dette klient-id. Registrer den først i Entra Administration, eller kontrollér id’et.
bright-plan-no-principal = Appen har ingen tjenesteprincipal i denne lejer, så intet kan gives til den. Åbn Appregistreringer > appen > Oversigt, og vælg Opret tjenesteprincipal.
bright-plan-no-dynamics = Denne lejer har ingen Dynamics CRM-tjenesteprincipal og dermed ingen Dynamics 365 at give adgang til.
bright-plan-other-grant = Appen har allerede en anden tilladelse for hele organisationen. Udvid den selv i Entra Administration, så du ser, hvad den ellers rummer.
bright-tenant-unknown = Dette miljø oplyser ikke sin lejer.
bright-tenants-disagree = Miljøet oplyser lejeren { $told }, dets eget logonsvar { $challenged }. Intet udfyldes, før begge er enige.
bright-challenge-host = Denne vært hører ikke til Microsofts skyer, så der kan ikke udledes logonadresser for den.
bright-challenge-unanswered = Miljøet svarede ikke på en anmodning uden logon.
bright-challenge-other = Miljøets svar uden logon oplyser ikke lejeren; at det gør, er endnu ikke bevist i en rigtig lejer.
bright-accounts-not-shown = Bright Patterns side viser ikke listen over integrationskonti
bright-lock-host = Bright Patterns vært
bright-note-default = { $name } er standardkontoen nu og vil ikke længere være det.
bright-note-unlisted = Listen over konti vises ikke, så det kan ikke ses, om navnet er entydigt, og hvilken konto der mister standarden.
bright-note-reply = Appen har endnu ikke Bright Patterns adresse; uden den mislykkes logonnet for refresh token.
bright-note-consent = Du henter selv refresh token: Et vindue fra Bright Pattern åbnes til logon og samtykke.
bright-note-environment = Kontoen arbejder i { $environment } ({ $kind }) på { $host }.
bright-note-app = Kontoen logger på som den registrerede app { $app } ({ $client }). Hvad der end ændres ved en app, ændres ved denne.
bright-note-app-unread = Hvilken app der har dette klient-id, er ikke læst, så navnet kendes ikke her. Log på i visningen for at se det.
bright-note-undo = Hvis planen forbereder appen i Entra, tager Fortryd det tilbage. Selve kontoen bliver, og det gør dens plads som standardkonto også.
bright-stays-account = Kontoen { $name } bliver i Bright Pattern og holder op med at virke
bright-account-stops-why = Den logger på med det, der her fjernes fra appen. Intet viser det i Bright Pattern. Slet kontoen der, hvis siden kan det, eller giv den en anden hemmelighed, giv samtykke igen, og test dens forbindelse.
bright-subtitle = Lader Bright Pattern arbejde med dette miljø
bright-reading = Læser miljøet og Bright Patterns side…
bright-page-title = Bright Patterns side
bright-page-shown = En fane viser { $host }
bright-form-fits = Adresserne og klient-id’et i den åbne formular passer til dette miljø. Om hemmeligheden og refresh token stadig virker, siger kun Test connection på siden.
bright-wrong = I den åbne formular: { $field } { $why }
bright-wrong-not-https = er ikke en almindelig https-adresse
bright-wrong-host = er på en anden vært end dette miljøs
bright-wrong-v2 = er v2.0-slutpunktet; Bright Pattern skal bruge det uden v2.0
bright-wrong-swapped = er den anden af de to logonadresser
bright-wrong-path = har en anden sti end adressen herunder
bright-wrong-version = er en anden version af web-API’et end v9.0
bright-wrong-no-tenant = nævner ikke lejeren ved dens id
bright-wrong-tenant = nævner en anden lejer end dette miljøs
bright-wrong-no-id = er ikke et GUID
bright-host = Jeres Bright Pattern
bright-host-open = Tillad og åbn
bright-host-wrong = Angiv værten for jeres egen Bright Pattern, f.eks. contoso.brightpattern.com.
bright-host-opened = Log på der, og åbn Integration Accounts, og læs så igen her.
bright-host-refused = Ikke tilladt. Uden det kan siden kun udfyldes manuelt med adresserne herunder.
bright-addresses-title = Adresser
bright-reply = Appens svaradresse (omdirigerings-URI)
bright-account-title = Ny konto
bright-name-note = Et navn, som ingen anden konto har.
bright-default = Gør den til standardkonto af sin type
bright-client-id-note = Program-id (klient) for den registrerede app.
bright-secret-type-it = Jeg har en og skriver den i planen
bright-secret-make-it = Opret en med Graph, gyldig i tolv måneder
bright-after-secret = Klienthemmeligheden udløber { $day }: Derefter kan Bright Pattern ikke logge på. Gem en påmindelse nu.
bright-reminder-title = Forny Bright Patterns klienthemmelighed: { $app }
bright-reminder-text = Den udløber { $day }. Opret en ny, og angiv den i integrationskontoen, ellers kan Bright Pattern ikke logge på mere.
bright-secret-note = Den må ikke indeholde +. Den gemmes ingen steder: Den går fra hukommelsen til sidens felt.
bright-app-title = Registreret app
bright-app-named = Den registrerede app er { $app }
bright-app-first = Angiv klient-id’et ovenfor; så kan svaradresse, tilladelse og samtykke kontrolleres.
bright-app-reading = Læser den registrerede app…
bright-prepare = Giv appen det, den mangler
bright-ready-addresses = Kontoens adresser kan udledes
bright-ready-challenge = Miljøets eget logonsvar oplyser samme lejer
bright-ready-no-tenant = Kontoens adresser kan ikke udledes
bright-ready-no-page = Bright Pattern er ikke åben
bright-ready-app-unknown = Den registrerede app er ikke undersøgt
bright-ready-app-how = Log på, og angiv dens klient-id, så kontrolleres svaradresse, tilladelse og samtykke
bright-ready-app-unread = Den registrerede app kunne ikke læses
bright-ready-reply = Appen har Bright Patterns svaradresse
bright-ready-no-reply = Appen mangler Bright Patterns svaradresse
bright-ready-reply-unknown = Det vides ikke, om appen har Bright Patterns svaradresse
bright-ready-permission = Appen har den delegerede tilladelse til Dynamics CRM
bright-ready-no-permission = Appen mangler den delegerede tilladelse til Dynamics CRM
bright-ready-grant = Tilladelsen er givet for organisationen
bright-ready-no-grant = Tilladelsen er ikke givet for organisationen
bright-ready-grant-unknown = Det kunne ikke læses, om tilladelsen er givet
bright-ready-accounts = { $count ->
    [one] { $count } integrationskonto
   *[other] { $count } integrationskonti
  }

## Lead management
lead-title = Administration af kundeemner
lead-reason-host = For at læse og konfigurere det, der skriver kundeemner i dette miljø: løsningen, tjenestekontoen og dens rolle.
lead-reason-portal = For at udfylde tilbuddets forbindelsesoplysninger i Partnercenter og læse, hvad det svarer.
lead-verbatim = { $text }
lead-what-solutions = løsningerne
lead-what-import = importen af løsningen
lead-what-unit = den overordnede afdeling
lead-what-leads = kundeemnerne
lead-what-tenant = lejeren
lead-what-principal = tjenesteprincipalen
lead-what-user = brugeren med det navn
lead-what-user-roles = brugerens mapperoller
lead-tenant-unread = Mappen siger ikke, hvilken lejer den tilhører. Log på igen.
lead-group-solution = Løsning
lead-group-credential = Tjenestekonto
lead-group-environment = Miljø og rolle
lead-group-offer = Tilbud
lead-slot-file = løsningens fil
lead-slot-upload = den klargjorte upload
lead-slot-import = importens systemjob
lead-slot-role = rollens id
lead-slot-app = appregistreringens objekt-id
lead-slot-client = Program-id (klient)
lead-slot-principal = tjenesteprincipalens id
lead-slot-secret = klienthemmeligheden
lead-slot-secret-key = klienthemmelighedens nøgle-id
lead-slot-account = brugerens objekt-id
lead-slot-password = brugerens adgangskode
lead-slot-user = brugeren i miljøet
lead-value-absent = findes ikke
lead-value-page = det, der står der nu
lead-value-there = findes
lead-value-enabled = aktiveret
lead-value-disabled = deaktiveret
lead-value-allowed = tilladt
lead-value-blocked = blokeret
lead-value-none = ingen
lead-value-assigned = tildelt
lead-left-user = blokeret, bliver
lead-left-account = deaktiveret, bliver
lead-left-app = slettes kun, så længe den ikke har skrevet noget kundeemne, heller ikke testkundeemnet; derefter bliver den
lead-value-user = Bruger (ingen administratoradgang)
lead-value-multi-tenant = Konti i enhver organisationsmappe
lead-value-until = til { $day }
lead-solution-named = Løsningen { $name }
lead-app-named = Appregistreringen { $name }
lead-app-name = Appregistreringens navn
lead-app-unique-name = Entydigt navn
lead-client-id = Program-id (klient)
lead-audience = Understøttede kontotyper
lead-redirect = Omdirigerings-URI (web)
lead-permission = API-tilladelse
lead-principal = Tjenesteprincipal
lead-secrets = Klienthemmeligheder
lead-certificates = Certifikater
lead-secret-name = Klienthemmelighedens beskrivelse
lead-secret-named = Klienthemmeligheden { $name }
lead-upn = Brugernavn
lead-user-name = Vist navn
lead-user-named = Brugeren { $upn }
lead-user-enabled = Logon for { $upn }
    .is-true = tilladt
    .is-false = blokeret
lead-location = Anvendelsessted
lead-licence-named = Licensen { $part }
lead-account = Bruger i miljøet
lead-account-disabled = Brugerens tilstand i miljøet
    .is-true = deaktiveret
    .is-false = aktiveret
lead-role = Sikkerhedsrolle
lead-inheritance = Medlemmets nedarvning af rettigheder
    .is-0 = Kun teamrettigheder
    .is-1 = Direkte brugeradgangsniveau (grundlæggende) og teamrettigheder
lead-inheritance-team = Kun teamrettigheder
lead-inheritance-direct = Direkte brugeradgangsniveau (grundlæggende) og teamrettigheder
lead-import-state = Importens tilstand
    .is-3 = Fuldført
lead-import-result = Importens resultat
    .is-30 = Lykkedes
    .is-31 = Mislykkedes
    .is-32 = Annulleret
lead-stage-status = Resultat af kontrollen
lead-stage-needs = Kontrollen afviste filen: Den kræver løsningen { $message }, som ikke er installeret her. Installér den først. Intet blev ændret.
lead-test-lead = Testkundeemne
lead-lock-tenant = Lejer
lead-page-offer = Kundeemner på siden Konfiguration af tilbud
lead-page-details = Forbindelsesoplysninger
    .is-true = åbne
    .is-false = lukkede
lead-page-field = Sidens felt
    .is-true = findes
    .is-false = findes ikke
lead-page-open = Åben
lead-page-filled = Udfyldt
    .is-true = ja
    .is-false = nej
lead-page-validation = Valideringens resultat
    .is-valid = gyldig
    .is-invalid = ugyldig
lead-step-stage = Upload og kontrollér { $file }
lead-step-import = Importér løsningen { $name }
lead-step-installed = Læs den installerede løsning tilbage
lead-step-role = Find den rolle, løsningen kom med
lead-step-app = Registrér appen { $name }
lead-step-adjust = { $name }: tilføj det, appregistreringen mangler
lead-step-principal = Opret appens tjenesteprincipal i denne lejer
lead-step-secret = Opret klienthemmeligheden { $name }
lead-step-user = Tilføj brugeren { $upn }
lead-step-unblock = Lad { $upn } logge på igen
lead-step-location = { $upn }: angiv anvendelsesstedet
lead-step-licence = { $upn }: tildel licensen { $part }
lead-step-application-user = Tilføj appen som programbruger i miljøet
lead-step-person = Vent, til { $upn } er i miljøet
lead-step-enable = Aktivér { $name }
lead-step-assign = Giv brugeren rollen Microsoft Marketplace Lead Writer
lead-step-inheritance = Angiv rollens nedarvning af rettigheder
lead-step-privilege = Giv rollen { $privilege }
lead-step-privileges = { $count ->
    [one] Giv rollen den { $count } rettighed, den mangler
   *[other] Giv rollen de { $count } rettigheder, den mangler
  }
lead-privilege-named = { $table }: { $verb }
lead-privilege-detail = { $privilege } ({ $name })
lead-table-ui-settings = Brugergrænsefladeindstillinger for brugerobjekt
lead-table-system-job = Systemjob
lead-verb-create = Opret
lead-verb-read = Læs
lead-verb-write = Skriv
lead-verb-append-to = Tilføj til
lead-step-connect = Åbn tilbuddets forbindelsesoplysninger
lead-step-destination = Destination for kundeemner: Dynamics 365 Customer Engagement
lead-step-url = Angiv dette miljøs URL
lead-step-authentication = Vælg godkendelsen
lead-step-client = Angiv program-id’et (klient)
lead-step-directory = Angiv mappe-id’et
lead-step-hand-secret = Overgiv klienthemmeligheden
lead-step-user-name = Angiv brugernavnet
lead-step-hand-password = Overgiv adgangskoden
lead-step-emptied = Tøm først feltet til hemmeligheden
lead-step-emails = Angiv kontaktmails
lead-step-ok = Vælg OK
lead-step-validate = Vælg Valider
lead-step-lead = Læs testkundeemnet i dette miljø
lead-reason-stage = Klargøringen uploader filen og kontrollerer den; intet installeres af den.
lead-reason-import = Løsningen kommer med den rolle, der må skrive kundeemner.
lead-reason-check = De næste trin kræver det.
lead-reason-app = Kundeemnetjenesten logger på med denne app.
lead-reason-principal = Uden den kan appen ikke være programbruger.
lead-reason-secret = Partnercenter beder om den. Den oprettes til sidst, så den kommer direkte ind i tilbuddet.
lead-reason-user = Kundeemnetjenesten logger på som denne bruger.
lead-reason-location = Ingen licens tildeles uden det.
lead-reason-licence = Brugeren skal have den for at skrive kundeemner. Du bliver faktureret for den.
lead-reason-account = Tjenestekontoen skal være bruger i dette miljø.
lead-reason-assign = Rollen lader kontoen skrive kundeemner og ikke meget andet.
lead-reason-role = Artiklen vil have rollen sådan; kun det, der mangler, tilføjes.
lead-reason-connect = De næste trins felter står i dem.
lead-reason-destination = Partnercenter beder om andre oplysninger for hver slags destination.
lead-reason-url = Kundeemnerne skrives i dette miljø.
lead-reason-authentication = Den afgør, om en app eller en bruger logger på.
lead-reason-client = Det angiver den app, der logger på.
lead-reason-directory = Det angiver den lejer, appen er i.
lead-reason-emptied = Et felt, der skjuler sit indhold, ser ens ud, uanset hvad der står i det: Når det er tomt, kan man se, at det bliver udfyldt.
lead-reason-hand-secret = Med den beviser appen, hvem den er; her får tilbuddet den.
lead-reason-user-name = Det angiver den bruger, der logger på.
lead-reason-hand-password = Brugeren logger på med den; her får tilbuddet den.
lead-reason-emails = Partnercenter skriver til dem, når et kundeemne kommer.
lead-reason-ok = Før OK er intet af det gemt.
lead-reason-validate = Partnercenter sender et testkundeemne med det, der er gemt.
lead-reason-lead = Et testkundeemne beviser alt det forrige.
lead-undo-stage = Klargøringen installerer intet, så der er intet at fortryde.
lead-undo-solution = En løsning fjernes ikke herfra, fordi andre kan have bygget på dens rolle siden. Under Power Apps > Løsninger kan du selv slette den.
lead-undo-check = Det læser kun.
lead-undo-location = Anvendelsesstedet bliver: andre licenser kan have brug for det til den tid.
lead-undo-person = Miljøet deaktiverer selv brugeren, når brugeren er blokeret og uden licens.
lead-undo-offer = Det, der er angivet i tilbuddet, kan ikke fortrydes herfra: portalen viser ingen hemmelighed igen, så de forrige værdier kendes ikke. Ret dem der.
lead-undo-fill = Intet gemmes, før OK vælges.
lead-undo-lead = Testkundeemnet bliver. Slet det som ethvert andet kundeemne.
lead-undo-app-used = Appregistreringen bliver: dens programbruger har skrevet kundeemner, så den er i brug. Dens omdirigeringsadresse og tilladelse bliver også; dens hemmelighed fjernes.
lead-undo-app-unknown = Appregistreringen bliver, fordi det ikke kunne læses, om den nogensinde har været brugt. Log på, læs igen, og åbn denne forhåndsvisning igen.
lead-undo-app-unused = Den har ikke skrevet noget kundeemne, så den slettes. En slettet appregistrering kan gendannes i tredive dage.
lead-stays-principal = Appens tjenesteprincipal i denne lejer bliver, fordi appregistreringen bliver.
lead-stays-account = Programbrugeren bliver i dette miljø: uden rollen og deaktiveret.
lead-stays-person = { $upn } bliver bruger i dette miljø, uden rollen. Miljøet deaktiverer selv brugeren, når brugeren er blokeret og uden licens.
lead-stays-user = { $upn } bliver i lejeren: blokeret og uden licensen, men ikke slettet.
lead-stays-lead = Testkundeemnet bliver i dette miljø. Slet det som ethvert andet kundeemne.
lead-stays-offer = I Partnercenter peger { $offer } stadig på dette miljø
lead-offer-stays-why = Fortryd ændrer intet dér, og bagefter kommer tilbuddets kundeemner ikke længere hertil. Åbn tilbuddet, vælg Rediger under Kundeemner, og angiv en anden destination.
lead-guide-installed = Se under Power Apps > Løsninger, om importen er slut, og importér igen, hvis den mislykkedes.
lead-guide-role = Løsningen er der, men ikke dens rolle Microsoft Marketplace Lead Writer. Importér løsningen igen.
lead-guide-application-user = I Power Platform Administration: Miljøer > dette miljø > Indstillinger > Brugere + tilladelser > Programbrugere > Ny programbruger > Tilføj en app. Vælg appen og den overordnede afdeling, og vælg derefter Opret.
lead-guide-person = Brugeren kommer ind i miljøet nogle minutter efter at have fået licensen. Hvis ikke: i Power Platform Administration, Miljøer > dette miljø > Indstillinger > Brugere + tilladelser > Brugere > Tilføj bruger, og vælg { $upn }. Har miljøet en sikkerhedsgruppe, så føj brugeren til den.
lead-guide-inheritance = I Power Platform Administration: Miljøer > dette miljø > Indstillinger > Brugere + tilladelser > Sikkerhedsroller > Microsoft Marketplace Lead Writer. Sæt Medlemmets nedarvning af rettigheder til Direkte brugeradgangsniveau (grundlæggende) og teamrettigheder, og vælg derefter Gem og luk.
lead-guide-lead = Vent, til testkundeemnet er kommet. Kommer det ikke, så vælg Valider igen i Partnercenter, og læs, hvad der står.
lead-guide-ok = Vælg OK under forbindelsesoplysningerne i Partnercenter.
lead-guide-validate = Vælg Valider under Kundeemner i Partnercenter, og vent på svaret.
lead-guide-offer-entra = Vælg Opret forbindelse under Kundeemner på tilbuddets side Konfiguration af tilbud i Partnercenter. Destination for kundeemner: Dynamics 365 Customer Engagement. URL: { $url }. Godkendelse: { $authentication }. Mappe-id: { $directory }. Kopiér program-id’et (klient) og klienthemmeligheden herfra. Vælg OK og derefter Valider.
lead-guide-offer-office = Vælg Opret forbindelse under Kundeemner på tilbuddets side Konfiguration af tilbud i Partnercenter. Destination for kundeemner: Dynamics 365 Customer Engagement. URL: { $url }. Godkendelse: { $authentication }. Brugernavn: { $user } og adgangskoden til det. Vælg OK og derefter Valider.
lead-unproven-road = Hvilken af vejene ind i miljøet en lejer tager imod, er endnu ikke bevist på en rigtig lejer. Afvises denne, så vælg en anden, og planlæg igen.
lead-unproven-inheritance = At denne kolonne kan skrives, er endnu ikke bevist på en rigtig lejer. Afvises det, så vælg at gøre det manuelt, og planlæg igen.
lead-unproven-privilege = To af de seks navne er dokumenteret; de andre følger navnereglen og findes her ved navn.
lead-unproven-page = Sidens elementer er ikke offentliggjort; dette er endnu ikke bevist på en rigtig lejer.
lead-unproven-lead = At testkundeemnet oprettes af tjenestekontoen, er endnu ikke bevist på en rigtig lejer.
lead-note-solution = Importen tager nogle minutter. Den, der har ændret rollen manuelt, beholder det: ikke-administrerede ændringer overskrives ikke.
lead-note-secret = Klienthemmeligheden er gyldig i { $months } måneder. Gem påmindelsen: når den udløber, kommer der ingen kundeemner mere.
lead-note-never = Artiklen beder om en hemmelighed, der aldrig udløber. Det tilbyder Entra ikke længere: højst 24 måneder.
lead-note-app-permissions = Appregistreringen { $name } anfører tilladelser ud over Dynamics CRM. Den, der har dens hemmelighed, kan bruge dem, den har fået, og hemmeligheden gives til udgivelsesportalen: En appregistrering for sig er mere sikker.
lead-note-cost = Licensen faktureres din lejer, så længe brugeren har den.
lead-note-password = Adgangskoden skal være en anden efter { $days } dage, her og i tilbuddet. Fortryd sletter aldrig brugeren, men blokerer den og fjerner licensen.
lead-note-offer = Tilbuddet, der er åbent i Partnercenters fane, bliver udfyldt: { $offer }. Hvilken udgiver der er logget på, fremgår ikke af siden: Se selv efter. Det, der angives der, kan ikke fortrydes herfra.
lead-note-offer-untold = Det tilbud, der er åbent i Partnercenters fane, udfyldes. Adressen fortæller hverken, hvilket det er, eller hvilken udgiver der er logget på: Se selv efter. Det, der angives der, kan ikke fortrydes herfra.
lead-note-hand = Ét trin er dit at udføre i Power Platform Administration; Latchkey venter, til det kan ses.
lead-note-newer = En nyere version af løsningen end filens er installeret; intet importeres oven i den.
lead-note-app = Fortryd sletter kun appregistreringen og dens tjenesteprincipal, så længe appen ikke har skrevet noget kundeemne. Testkundeemnet er et: Når det er kommet, bliver begge, uden hemmeligheden.
lead-note-publish = Færdiggør og udgiv derefter tilbuddet: før det kommer der ingen kunders kundeemner.
lead-plan-title = { $count ->
    [one] Administration af kundeemner: { $count } trin
   *[other] Administration af kundeemner: { $count } trin
  }
lead-plan-nothing = Alt det valgte er allerede gjort, så der er intet at planlægge.
lead-plan-not-hosted = Kundeemner kan kun sendes til et miljø, som Microsoft hoster; Dynamics i det lokale miljø kan ikke forbindes direkte. Brug en anden destination, f.eks. et HTTPS-slutpunkt eller en Azure-tabel.
lead-plan-not-allowed = Du mangler rettighederne til denne del: { $part }. Spørg en administrator af dette miljø.
lead-plan-sign-in = Log først på Microsoft Entra: denne del udføres der.
lead-plan-other-tenant = Du er logget på en anden lejer end dette miljøs. Log på med en konto fra dets lejer.
lead-plan-no-file = Vælg løsningens fil: den kommer med den rolle, der må skrive kundeemner.
lead-plan-other-file = Denne fil kommer ikke med rollen Microsoft Marketplace Lead Writer. Download løsningen Microsoft Marketplace Lead Writer, og vælg dens fil.
lead-plan-no-role = Rollen Microsoft Marketplace Lead Writer er her ikke. Føj løsningen til planen.
lead-plan-role-fixed = Rollen mangler noget og kan ikke tilpasses her. Spørg den, der installerede løsningen.
lead-plan-no-privilege = { $privilege } kan ikke gives i dette miljø. Indstil rollen i Power Platform Administration.
lead-plan-no-credential = Tjenestekontoen er der ikke endnu. Føj den til planen, vælg en appregistrering, eller angiv dens program-id (klient).
lead-plan-name = { $what }: { $why }
lead-plan-no-licence = Vælg en licens med en ledig plads. Er der ingen, så køb en i Microsoft 365 Administration, eller brug Entra-vejen, som ikke kræver licens.
lead-plan-no-location = Angiv, hvor licensen bruges, med et lands to bogstaver (ISO 3166), f.eks. FR.
lead-plan-administrator = Denne bruger har en mapperolle. Kundeemnetjenestens bruger må ikke have administratoradgang: vælg et andet navn.
lead-plan-deleted = Denne app har før været programbruger og er slettet, men ikke for altid. Fjern den slettede programbruger i Power Platform Administration, eller gendan den.
lead-plan-no-environment = Tjenesten oplyser ikke dette miljøs id. Vælg en anden vej for programbrugeren.
lead-plan-no-page = Ingen fane viser Partnercenter. Åbn tilbuddets side Konfiguration af tilbud dér, og se så efter igen her.
lead-plan-no-customer-leads = Partnercenter er åbent, men Opret forbindelse under Kundeemner blev ikke fundet på siden. Åbn tilbuddets side Konfiguration af tilbud, og se efter igen. Hvis den er åben, så vælg selv at udfylde siden.
lead-refusal-empty = den er tom
lead-refusal-too-long = den er for lang
lead-refusal-too-short = den er kortere end 8 tegn
lead-refusal-not-a-upn = den er ikke et navn@domæne
lead-refusal-character = den har et tegn, der ikke er tilladt der
lead-refusal-full-stop = den begynder eller slutter med et punktum
lead-refusal-domain = domænet er ikke denne lejers
lead-refusal-too-simple = den skal have tre slags af små bogstaver, store bogstaver, cifre og symboler
lead-refusal-holds-name = brugerens navn står i den
lead-refusal-not-https = den skal begynde med https://
lead-refusal-taken = appen har allerede en med dette navn; vælg et andet
lead-lifetime-portal = En hemmelighed er gyldig i mindst en måned og højst { $months } måneder.
lead-lifetime-tenant = { $days ->
    [one] Denne lejer tillader hemmeligheder på højst { $days } dag.
   *[other] Denne lejer tillader hemmeligheder på højst { $days } dage.
  }
lead-lifetime-forbidden = Denne lejers politik for appadministration tillader ingen klienthemmeligheder. Bed den, der har indstillet den, om en undtagelse.
lead-ready-not-hosted = Dette miljø hostes ikke af Microsoft, så ingen kundeemner kan sendes til det
lead-ready-unread = Kunne ikke læses: { $what }
lead-ready-rights = Du har de rettigheder, dette miljø kræver
lead-ready-no-right = Du mangler rettighederne til: { $part }
lead-ready-right-unread = Om du har rettighederne, kunne ikke læses for: { $part }
lead-ready-roles = Dine mapperoller tillader appregistreringer og brugere
lead-ready-roles-apps = Dine mapperoller tillader appregistreringer, men ikke brugere
lead-ready-roles-users = Dine mapperoller tillader brugere, men måske ikke appregistreringer
lead-ready-roles-none = Dine mapperoller tillader måske hverken appregistreringer eller brugere
lead-ready-solution = { $name } { $version } er installeret
lead-ready-solution-role = Rollen er der; hvilken løsning der kom med den, kunne ikke afgøres
lead-ready-solution-absent = Løsningen, der skriver kundeemner, er ikke installeret
lead-ready-role = Rollen Microsoft Marketplace Lead Writer er, som artiklen vil have den
lead-ready-inheritance = Rollens medlemmer nedarver ikke dens rettigheder direkte
lead-ready-privileges = { $count ->
    [one] Rollen mangler { $count } af artiklens rettigheder
   *[other] Rollen mangler { $count } af artiklens rettigheder
  }
lead-ready-privileges-absent = { $count ->
    [one] { $count } af artiklens rettigheder kan ikke gives her
   *[other] { $count } af artiklens rettigheder kan ikke gives her
  }
lead-ready-account = { $more ->
    [0] { $name } kan skrive kundeemner
   *[other] { $name } og { $more } mere kan skrive kundeemner
  }
lead-ready-account-none = Ingen aktiveret bruger har rollen, så intet kan skrive kundeemner
lead-ready-sign-in = Appregistrering og hemmelighed: log på for at læse dem
lead-ready-app = Appregistreringen { $name } mangler noget, artiklen har
lead-ready-secret = Klienthemmeligheden for { $name } er gyldig til { $day }
lead-ready-secret-soon = { $days ->
    [one] Klienthemmeligheden for { $name } udløber den { $day }, om { $days } dag
   *[other] Klienthemmeligheden for { $name } udløber den { $day }, om { $days } dage
  }
lead-ready-secret-ended = Alle klienthemmeligheder for { $name } er udløbet: der kommer ingen kundeemner
lead-ready-secret-none = { $name } har ingen klienthemmelighed
lead-ready-lead = { $name } skrev et kundeemne { $lead }, efter at den nyeste hemmelighed eller adgangskode blev oprettet
lead-proof-before = { $name } skrev senest et kundeemne { $lead }, før den nyeste hemmelighed eller adgangskode blev oprettet ({ $made }). Om tilbuddet har den, vides ikke: Åbn tilbuddet i Partnercenter, vælg Valider igen, og læs så igen her.
lead-proof-untold = { $name } har skrevet et kundeemne; om det er sket, siden den nyeste hemmelighed eller adgangskode blev oprettet, vides ikke. Log på for at læse det, eller åbn tilbuddet i Partnercenter, vælg Valider igen, og læs så igen her.
lead-proof-ended = { $name } har skrevet et kundeemne, men alle appens hemmeligheder er udløbet eller væk: Der kommer ingen kundeemner
lead-ready-lead-none = Tjenestekontoen har ikke skrevet noget kundeemne endnu; tilbuddet er måske ikke forbundet
lead-ready-lead-unread = Om tjenestekontoen har skrevet et kundeemne, kunne ikke læses

## The lead management view
nav-lead-management = Kunde­emner
lead-reading = Læser løsninger, roller, brugere og kundeemner
lead-subtitle = Fra ingenting til en valideret destination for kundeemner til et tilbud på markedspladsen
lead-way-title = Hvordan kundeemnetjenesten logger på
lead-way-entra = Microsoft Entra ID (anbefales)
lead-way-entra-means = En app med en klienthemmelighed; ingen adgangskode at skifte.
lead-way-office = Office 365
lead-way-office-means = En bruger med licens, hvis adgangskode skal skiftes hver 90. dag.
lead-everything = Planlæg alt, der mangler
lead-everything-none = Der mangler ikke noget.
lead-everything-untold = Der mangler ikke noget, så vidt det vides. Det, der ikke vides, viser Valider i Partnercenter; hvis det mislykkes, så føj tjenestekontoen og tilbuddet til planen.
lead-reading-directory = Læser mappen
lead-state-done = Gjort
lead-state-open = Ikke gjort
lead-state-unknown = Vides ikke
lead-state-sign-in = Kræver logon
lead-in-plan = I planen
lead-destination-https = HTTPS-slutpunkt
lead-destination-table = Azure-tabel
lead-destination-blob = Azure-blob
lead-destination-email = Mail
lead-destination-marketo = Marketo
lead-destination-salesforce = Salesforce
lead-file-choose = Vælg løsningens zip-fil
lead-file-other = Vælg en anden zip-fil
lead-file-where = Hent løsningen, og behold den på din computer: dér bliver den, til planen uploader den.
lead-download = Hent Microsoft Marketplace Lead Writer
lead-article = Microsofts artikel
lead-role-holds = { $count ->
    [one] Det, rollen har her: { $count } rettighed
   *[other] Det, rollen har her: { $count } rettigheder
  }
lead-role-brings = { $count ->
    [one] Det, filens rolle bringer: { $count } rettighed
   *[other] Det, filens rolle bringer: { $count } rettigheder
  }
lead-file-is = { $file }: { $name } { $version }
lead-file-digest = SHA-256
lead-file-role-there = Rollen Microsoft Marketplace Lead Writer er i den
lead-file-role-unread = Om rollen er i den, kunne ikke læses
lead-file-too-large = Filen er for stor til en løsning.
lead-file-no-archive = Filen er ikke et zip-arkiv. Download den igen.
lead-file-no-solution = Arkivet indeholder ingen løsning. Vælg filen, som den blev downloadet.
lead-file-ambiguous = De filer i arkivet, der beskriver løsningen, findes to gange eller har andre navne end Dataverses: Dataverse læser måske en anden end den, der vises her. Download filen igen fra Microsoft.
lead-file-not-understood = Løsningens beskrivelse kunne ikke forstås. Download den igen.
lead-standing-absent = Den er ikke installeret her endnu.
lead-standing-older = En ældre version er installeret; importen opdaterer den.
lead-standing-same = Samme version er installeret, hvilket er fint.
lead-account-sign-in = Log på ovenfor for at læse og konfigurere tjenestekontoen.
lead-app-choose = Appregistrering
lead-app-new = En ny
lead-app-option = { $name } · { $client }
lead-app-option-owned = { $name } · { $client } · ejer: { $owner }
lead-app-owned = { $owner } ejer denne appregistrering og kan give den sin egen hemmelighed og skrive kundeemner med den. Vælg den kun, hvis du ved hvorfor.
lead-app-created = Registreret { $day }.
lead-redirect-means = Kundeemnetjenesten bruger den ikke; artiklens eksempel er nok.
lead-app-multi = Konti i enhver organisationsmappe kan logge på
lead-app-single = Kun konti i visse mapper kan logge på; planen udvider det
lead-app-permission = Dynamics CRM user_impersonation er blandt dens tilladelser
lead-app-no-permission = Dynamics CRM user_impersonation mangler
lead-app-redirect = Den har en omdirigerings-URI
lead-app-no-redirect = Den har ingen omdirigerings-URI
lead-app-principal = Den har en tjenesteprincipal i denne lejer
lead-app-no-principal = Den har ingen tjenesteprincipal i denne lejer
lead-secret-until = { $name }: til { $day }
lead-secret-unheld = Om tilbuddet har den nyeste af disse hemmeligheder, kan ingen læse; et kundeemne skrevet siden ville vise det. Vælg Valider igen i Partnercenter, og læs så igen her. Hvis det mislykkes, så føj denne del og tilbuddet til planen.
lead-secret-ended = { $name }: udløbet { $day }
lead-secret-new = Opret en klienthemmelighed
lead-secret-typed = Du bliver bedt om den hemmelighed, du har, når planen kører. Den holdes kun i hukommelsen.
lead-secret-shown-once = En ny hemmelighed går direkte ind i tilbuddet; uden den del af planen vises den én gang, når kørslen slutter.
lead-expires = Udløber
lead-months = { $count ->
    [one] Om { $count } måned
   *[other] Om { $count } måneder
  }
lead-licence-choose = Produktlicens
lead-licence-free = { $free ->
    [one] { $part } · { $free } ledig plads
   *[other] { $part } · { $free } ledige pladser
  }
lead-user-there = { $name } findes allerede
lead-password-means = Du bliver bedt om adgangskoden, når planen kører: 8 tegn eller flere, tre slags af små bogstaver, store bogstaver, cifre og symboler. Den skal ikke skiftes ved første logon.
lead-remind = Gem en påmindelse til { $day }
lead-reminder-title = Forny kundeemnetjenestens legitimation: { $name }
lead-reminder-text = Den udløber { $day }. Opret en ny, og angiv den i tilbuddets forbindelsesoplysninger, ellers kommer der ingen kundeemner mere.
lead-road-choose = Hvordan appen kommer ind i miljøet
lead-road-power-platform = Gennem Power Platforms administrations-API
lead-road-dataverse = Direkte i Dataverse, som en ny række i tabellen Bruger
lead-road-hand = I hånden, i Power Platform Administration
lead-account-absent = Tjenestekontoen er endnu ikke bruger i dette miljø
lead-account-there = { $name } er bruger i dette miljø
lead-account-off = { $name } er en deaktiveret bruger i dette miljø
lead-account-role = Den har rollen Microsoft Marketplace Lead Writer
lead-account-no-role = Den har ikke rollen Microsoft Marketplace Lead Writer
lead-role-later = Rollen kommer med løsningen; planen tilføjer derefter, hvad den mangler.
lead-by-hand = Jeg indstiller det manuelt
lead-offer-means = Åbn først dit tilbuds side Konfiguration af tilbud i Partnercenter: planen udfylder det tilbud, der er åbent der.
lead-open-portal = Åbn Partnercenter
lead-page-look = Se efter igen
lead-page-shown = Åbent i Partnercenter: { $offer }
lead-offer-named = { $name } (navnet, som siden viser det; tilbud { $offer })
lead-offer-name = { $name } (navnet, som siden viser det)
lead-offer-id = tilbuddet { $offer }
lead-offer-live = Siden siger, at tilbuddet er live
lead-offer-draft = Ikke live endnu: siden siger, at tilbuddet er en kladde. Færdiggør og udgiv det: før det kommer der ingen kunders kundeemner.
lead-offer-unproven = { $name } har endnu ikke skrevet noget kundeemne; tilbuddet er måske ikke forbundet
lead-offer-no-account = Den valgte tjenestekonto er endnu ikke bruger i dette miljø, så der er intet kundeemne, der kan bevise tilbuddet
lead-next-title = Det, der er tilbage
lead-after-secret = Klienthemmeligheden udløber den { $day }: derefter kommer der ingen kundeemner mere. Gem en påmindelse nu.
lead-after-password = Adgangskoden skal skiftes senest den { $day }, her og i tilbuddet: ellers kommer der ingen kundeemner mere. Gem en påmindelse nu.
lead-page-untold = Partnercenter viser et tilbuds kundeemner; adressen fortæller ikke hvilket
lead-page-opened = Log på der, og åbn tilbuddets side Konfiguration af tilbud. Se så efter igen her.
lead-page-refused = Ikke tilladt. Uden det kan siden kun udfyldes manuelt med værdierne herunder.
lead-hands-choose = På tilbuddets side
lead-hands-latchkey = Latchkey udfylder og vælger OK og Valider
lead-hands-press = Latchkey udfylder; jeg vælger OK og Valider
lead-hands-admin = Jeg udfylder selv siden
lead-detail-destination = Destination for kundeemner
    .is-dynamics = Dynamics 365 Customer Engagement
lead-detail-url = URL
lead-detail-authentication = Godkendelse
    .is-entra = Microsoft Entra ID
    .is-office365 = Office 365
lead-detail-directory = Mappe-id
slot-known-later = Kendes, når planen er kørt
lead-copy = Kopiér
lead-copy-named = Kopiér: { $what }
lead-emails = Kontaktmails, adskilt af semikolon
lead-emails-label = Kontaktmails
lead-email-refused = { $address } er ikke en mailadresse.
lead-email-many = Det er flere adresser, end Partnercenters felt er til.
lead-leads-none = Der er ingen kundeemner i dette miljø.
lead-leads-newest = Nyeste kundeemner
lead-lead-own = { $subject } · { $time } · af tjenestekontoen
lead-lead-other = { $subject } · { $time }
lead-file-role = Rolle
lead-file-accounts = Konti
lead-file-apps = Appregistreringer
lead-client-typed = Eller program-id’et (klient) for en appregistrering, der findes
lead-client-refused = Dette er ikke et program-id (klient): Det skal være et GUID.

# Salesforce: its rights and parts, and what it answered instead of data
salesforce-right-read = Læs
salesforce-right-create = Opret
salesforce-right-edit = Rediger
salesforce-right-delete = Slet
salesforce-right-view-all = Vis alle
salesforce-right-modify-all = Rediger alle
salesforce-right-view-all-fields = Vis alle felter
salesforce-app = App
salesforce-user = Integrationsbruger
salesforce-permission-set = Tilladelsessæt
salesforce-what-organization = Salesforce-organisationen
salesforce-what-identity = hvem der er logget på Salesforce
salesforce-what-connection = forbindelsen i Salesforce
salesforce-what-apps = de tilsluttede apps
salesforce-what-external-apps = de eksterne klientapps
salesforce-what-users = brugerne
salesforce-what-permission-sets = tilladelsessættene
salesforce-what-assignments = hvem der har hvilke tilladelsessæt
salesforce-what-object-permissions = rettighederne til objekter
salesforce-what-field-permissions = rettighederne til felter
salesforce-what-description = beskrivelsen af et objekt
salesforce-what-app-grants = hvem der må bruge appen
salesforce-error-signed-out = Du er ikke logget på { $host }, eller sessionen er udløbet. Log på Salesforce, og læs igen.
salesforce-error-api-disabled = Salesforce lader ikke denne bruger anvende sin API. En administrator giver brugeren API aktiveret (API Enabled) i profilen eller i et tilladelsessæt.
salesforce-error-denied = Salesforce lader dig ikke læse dette: { $what }. Det kræver Vis opsætning og konfiguration (View Setup and Configuration) eller mere.
salesforce-error-limit = Salesforce har ikke flere API-anmodninger til denne organisation i dag. Der spørges ikke mere. Prøv igen i morgen, eller få grænsen hævet.
salesforce-error-not-known = Salesforce kender ikke et felt eller objekt, der blev spurgt om, eller viser det ikke til dig: { $what }. Det er ikke det samme som ingen.

# Sign-in to Salesforce: what went wrong, and what the admin can do
salesforce-sign-in-no-client = Latchkey har endnu ingen ekstern klientapp i din Salesforce-organisation. Registrer en, og angiv dens vært og forbrugernøgle (consumer key) under Indstillinger.
salesforce-sign-in-cancelled = Logon blev annulleret, og intet blev ændret. Hvis vinduet viste redirect_uri_mismatch, eller at klienten er ukendt, så kontrollér registreringen af den eksterne klientapp og det, der står under Indstillinger.
salesforce-sign-in-expired = Ingen er logget på Salesforce, eller sessionen er udløbet. Log på.
salesforce-sign-in-app = Denne Salesforce-organisation kender ikke forbrugernøglen. Kontrollér den under Indstillinger. Der kan gå ti minutter, før en ny app er kendt.
salesforce-sign-in-redirect = Den eksterne klientapp indeholder ikke denne browsers tilbagekalds-URL. Tilføj den, der vises under Indstillinger.
salesforce-sign-in-secret = Den eksterne klientapp kræver en hemmelighed. Slå “Require Secret for Web Server Flow” fra, og lad “Require PKCE” være slået til: en udvidelse kan ikke bevare en hemmelighed.
salesforce-sign-in-scope = Den eksterne klientapp tillader ikke API’en. Giv den OAuth-omfanget “Manage user data via APIs (api)”.
salesforce-sign-in-blocked = En administrator har blokeret den eksterne klientapp i denne organisation. Fjern blokeringen i Opsætning (Setup).
salesforce-sign-in-not-approved = Den eksterne klientapp er kun for godkendte brugere, og du er ikke en af dem. Føj din profil eller et af dine tilladelsessæt til appens politikker.
salesforce-sign-in-inactive = Salesforce siger, at brugeren eller organisationen er inaktiv. Log på som en anden bruger.
salesforce-sign-in-organization = Du loggede på { $signed-in }, men Indstillinger nævner { $wanted }. Log på dér, eller ret Indstillinger.

## Data policies and advanced connector policies
policy-group-business = Forretning
policy-group-non-business = Ikke-forretning
policy-group-blocked = Blokeret
policy-placement-default = { $group }, som standard
policy-placement-unclear = en gruppe, der ikke kan afgøres: ukendt eller nævnt to gange
policy-gate-actions = { $count ->
    [one] En af dens handlinger er blokeret: { $actions }
   *[other] { $count } af dens handlinger er blokeret: { $actions }
}
policy-gate-actions-all = Alle dens handlinger er blokeret.
policy-gate-actions-left = Kun disse af dens handlinger er tilladt: { $actions }
policy-gate-actions-unclear = Reglerne for dens handlinger kan ikke afgøres.
policy-gate-endpoint = Slutpunktsreglen { $pattern } afviser Salesforce-organisationen.
policy-gate-endpoint-unclear = Den har slutpunktsregler, og det kan ikke afgøres, om de afviser Salesforce-organisationen.
policy-advanced-not-listed = Den avancerede connectorpolitik tillader ikke connectoren; det, den ikke nævner, er blokeret.
policy-advanced-connection-types = Den avancerede connectorpolitik tillader kun nogle forbindelsestyper.
policy-advanced-unclear = Det kan ikke afgøres, hvad den avancerede connectorpolitik siger om connectoren.
policy-lock-tenant = lejeren
policy-whole = { $policy }, hver del af den
    .is-true = som planen har den
    .is-false = anderledes end planen har den
policy-step = Slip Salesforce-connectoren gennem datapolitikken { $policy }
policy-reason-blocked = Sales agent skal bruge connectoren, og denne politik blokerer den.
policy-reason-chosen = Sales agent skal bruge connectoren, og denne politik blokerer den. Du valgte { $group }.
policy-reason-beside-dataverse = Sales agent skal bruge connectoren, og denne politik blokerer den. { $group } er forvalgt: Dataverse er i den, og én app må kun bruge connectorer fra én gruppe sammen.
policy-reason-preset = Sales agent skal bruge connectoren, og denne politik blokerer den. { $group } er forvalgt: denne politik tillader ikke Dataverse i nogen af de to grupper.
policy-unproven = At en datapolitik, der skrives tilbage i sin helhed, beholder det, Latchkey ikke kender, og at en gammel version afvises, er endnu ikke bevist på en rigtig tenant; den læses igen før og efter.
policy-delta-group = Salesforce-connectorens gruppe
policy-delta-actions = Dens handlinger
policy-delta-endpoint = Slutpunktet { $host }
policy-value-blocked = blokeret
policy-value-allowed = tilladt

## Salesforce connection
nav-salesforce-connection = Salesforce
salesforce-title = Salesforce-forbindelse
salesforce-subtitle = Lader salgsagenten hente data i baggrunden, uden at nogen er logget på
salesforce-reading = Læser forbindelsen i Salesforce…
salesforce-reason-host = For at læse forbindelsen og dens rettigheder i din Salesforce-organisation og skrive det, du godkender.
salesforce-sources-title = Datakilder
salesforce-source-dynamics-name = Dynamics 365 Sales
salesforce-source-dynamics = Kræver intet: agenten arbejder i samme miljø og opretter forbindelse direkte.
salesforce-source-salesforce-name = Salesforce
salesforce-source-salesforce = Kræver en server-til-server-forbindelse: en app, en integrationsbruger og et tilladelsessæt i din Salesforce-organisation.
salesforce-connection = Forbindelse
salesforce-state-none = Der er ingen forbindelse
salesforce-state-connected = Forbundet: app, integrationsbruger og tilladelsessæt er der
salesforce-state-partly = Kun en del af forbindelsen er der
salesforce-state-second-tenant = En anden Microsoft Entra-lejer kan være forbundet
salesforce-state-unread = Forbindelsens tilstand kunne ikke læses
salesforce-state-unclear = Apps kunne ikke læses, så om der er en hel forbindelse, vides ikke
salesforce-state-elsewhere = Indstillingssiden nævner en anden forbindelse end den, denne Salesforce-organisation har
salesforce-parts-missing = Mangler:
salesforce-connected-app = Tilsluttet app
salesforce-external-app = Ekstern klientapp
salesforce-name-first = navnet på de første forbindelser indtil foråret 2026
salesforce-name-since = navnet, der er dokumenteret siden { $day }
salesforce-name-other = et navn, som ikke findes i Microsofts dokumentation
salesforce-inactive = Inaktiv: efterladt af en tidligere forbindelse. Salesforce sletter ingen brugere.
salesforce-left-set = Efterladt af en tidligere forbindelse: ingen har det. Måske bruges det igen, når adgang slås til.
salesforce-no-parts = Salesforce har ingen integrationsbruger, intet tilladelsessæt og ingen app med et navn, som salgsagenten giver.
salesforce-no-parts-read = Salesforce har ingen integrationsbruger og intet tilladelsessæt med et navn, som salgsagenten giver. Om der er en app, blev ikke læst: se efter dér i Opsætning, eller lad en læse det, som må se eksterne klientapps.
salesforce-open = Åbn i Opsætning
salesforce-open-named = Åbn i Opsætning: { $name }
salesforce-drift-title = Ændret siden { $time }
salesforce-drift-remade = Forbindelsen er oprettet på ny, her eller af en anden: dens dele er nogle andre
salesforce-drift-rights = Integrationsbrugerens rettigheder er ændret, siden de sidst blev set efter
salesforce-drift-lost = Var der før og ikke længere:
salesforce-drift-gained = Er der nu og ikke før:
salesforce-drift-known = Sådan skal det være
salesforce-wish = Hvad der skal ske med forbindelsen
salesforce-wish-nothing = Lad den være, som den er
salesforce-wish-nothing-means = Der gøres intet.
salesforce-wish-connect = Slå adgang til
salesforce-wish-connect-means = Agenten opretter app, integrationsbruger og tilladelsessæt. Det tager et par minutter.
salesforce-wish-reconnect = Opret forbindelse igen
salesforce-wish-reconnect-means = Sletter forbindelsen og opretter en ny: efter en fejl, eller når agenten er sat op til flere brugerdefinerede felter. Indtil den er der, får agenten ingen data fra Salesforce.
salesforce-wish-off = Slå adgang fra
salesforce-wish-off-means = Sletter appen og integrationsbrugeren fra Salesforce. Agenten får ingen data fra Salesforce, før adgangen er sat op igen.
salesforce-plan-nothing = Vælg først, hvad der skal ske med forbindelsen.
salesforce-plan-second-tenant = Salesforce har mere af denne forbindelse, end én lejer opretter. Det understøttes ikke at forbinde én Salesforce-organisation med flere Microsoft Entra-lejere, og det kan give uventede fejl. Salesforce fortæller ikke, hvilken lejer der oprettede den: find ud af det, før du ændrer noget her.
salesforce-plan-page-off = Salesforce har en forbindelse, og indstillingssiden siger, at adgangen er slået fra. Enten har en anden Microsoft Entra-lejer oprettet den, hvilket ikke understøttes ved siden af jeres og kan give uventede fejl, eller også blev adgangen slået fra for få minutter siden. Indlæs indstillingssiden igen, og læs igen; er det stadig sådan, så find ud af, hvem der oprettede forbindelsen, før du ændrer noget her.
salesforce-plan-apps-unread = Om Salesforce allerede er forbundet, måske med en anden lejer, vides ikke, for apps kunne ikke læses. Se i Salesforces Setup under Connected Apps og under External Client App Manager efter en, hvis navn har “Copilot” og “Sales”. Er der ingen, så slå adgang til i salgsagentens egne indstillinger, og læs igen her.
salesforce-plan-elsewhere = Indstillingssiden nævner en forbindelse, som denne Salesforce-organisation ikke har: det, der gøres der, ville ændre en anden organisations. Log på den Salesforce-organisation, der har forbindelsen, eller luk siden. Er adgangen netop slået til eller fra, så indlæs siden igen, og se efter igen.
salesforce-plan-connected = Der er allerede en forbindelse. Opret forbindelse igen opretter den på ny.
salesforce-plan-not-connected = Der er ingen forbindelse, der kan oprettes på ny eller slås fra.
salesforce-plan-unsaved = Noget på indstillingssiden er ikke gemt: det ville blive gemt med eller gå tabt. Gem eller annuller det der, og se efter igen; eller udfør selv trinnene på siden.
salesforce-plan-connect = Forbind salgsagenten med Salesforce
salesforce-plan-reconnect = Opret salgsagentens forbindelse til Salesforce på ny
salesforce-plan-off = Slå salgsagentens adgang til Salesforce fra
salesforce-note-connect = App, integrationsbruger og tilladelsessæt oprettes i denne Salesforce-organisation af Microsofts tjeneste. Hvad brugeren derefter må, står under Rettigheder.
salesforce-note-reconnect = Indtil den nye forbindelse er der, får agenten ingen data fra Salesforce. De nye dele har andre id’er: et af dine egne tilladelsessæt, som integrationsbrugeren havde, skal gives til den nye.
salesforce-note-off = Agenten kan ikke længere få adgang til data i Salesforce. For at bruge den igen skal forbindelsen sættes op igen, og den får andre id’er.
salesforce-note-off-unseen = Salesforce viser ingen forbindelse, så intet der kan vise, at adgangen er slået fra: det fortæller kun indstillingssiden.
salesforce-note-one-tenant = Én Salesforce-organisation kan kun forbindes med én Microsoft Entra-lejer.
salesforce-note-apps-unread = Appen kunne ikke læses, så den del er ikke bevist: se efter i Opsætning.
salesforce-access = Aktivér adgang til
salesforce-step-connect = Slå adgang til, og gem
salesforce-step-reconnect = Opret forbindelse igen
salesforce-step-off = Slå adgang fra
salesforce-step-app-gone = Se, at { $name } er væk
salesforce-reason-connect = Der er ingen API til det: det gøres i salgsagentens egne indstillinger og ses i Salesforce.
salesforce-reason-reconnect = Det sletter forbindelsen og opretter en ny med de felter, agenten er sat op til nu.
salesforce-reason-off = Det sletter appen og integrationsbrugeren fra Salesforce.
salesforce-reason-app-gone = Når adgangen slås fra, fjernes den. Kun Salesforce viser, at det er sket.
salesforce-guide-connect = Åbn Sales-appen i Outlook eller Teams → Indstillinger → Forbindelser → Agentforbindelser → Salesforce. Slå “Aktivér adgang til” til, og tryk på Gem én gang. Det tager et par minutter. Latchkey ser efter i Salesforce, indtil app og bruger er der.
salesforce-guide-reconnect = Åbn Sales-appen i Outlook eller Teams → Indstillinger → Forbindelser → Agentforbindelser → Salesforce, og tryk på Opret forbindelse igen én gang. Latchkey ser efter i Salesforce, indtil den nye integrationsbruger er der.
salesforce-guide-off = Åbn Sales-appen i Outlook eller Teams → Indstillinger → Forbindelser → Agentforbindelser → Salesforce, og slå “Aktivér adgang til” fra. Tryk på Gem, hvis siden har knappen. Latchkey ser efter i Salesforce, indtil ingen integrationsbruger er aktiv.
salesforce-guide-app-gone = Intet at gøre, hvis adgangen er slået fra: Salesforce viser inden for et par minutter, at appen er væk. Er adgangen stadig slået til, så slå den fra som ovenfor.
salesforce-undo-reconnect = Den forbindelse, der var, er slettet og kan ikke hentes tilbage.
salesforce-left-anew = slået til på ny: en anden forbindelse med andre id’er
salesforce-undo-app = Appen kommer tilbage med forbindelsen, som en ny.
salesforce-unproven-page = Hvor salgsagentens indstillinger har dette, er som dokumenteret. Det er endnu ikke bevist på en rigtig lejer.
salesforce-user-with-set = Integrationsbruger med sit tilladelsessæt
salesforce-app-named = App { $name }
salesforce-connection-old = Som den er
salesforce-connection-new = En ny
salesforce-there = Findes
salesforce-not-there = Findes ikke
salesforce-lock-organization = Salesforce-organisation
salesforce-lock-name = Salesforce-organisationens navn
salesforce-lock-user = Hvem der er logget på Salesforce
salesforce-step-grant = Lad { $set } bruge { $app }
salesforce-reason-grant = Når kun administratorgodkendte brugere har adgang, skal alle have den via profil eller tilladelsessæt.
salesforce-grant = { $app } til { $set }
salesforce-step-assign = Giv { $set } til { $user }
salesforce-reason-assign = Tilladelsessættet har den rettighed, brugeren mangler.
salesforce-assignment = { $set } til { $user }
salesforce-step-api = Slå API aktiveret til i { $set }
salesforce-reason-api = Appen når Salesforce som sine brugere, og de skal kunne bruge API’en.
salesforce-api-enabled = API aktiveret i { $set }
salesforce-reason-page = For at se salgsappen i Outlook eller Teams, hvis indstillinger forbinder agenten.
salesforce-lock-page = Indstillingssidens vært
salesforce-note-page = Latchkey gør det på indstillingssiden på { $host }. Hvilken Salesforce-organisation siden handler om, fortæller den ikke: hvad der kommer ud af det, ses efter i den, du er logget på.
salesforce-plan-on-unmade = Indstillingssiden har slået adgang til, og Salesforce viser ingen forbindelse: den er ved at blive oprettet, den kunne ikke oprettes, eller siden handler om en anden organisation. Intet her ville vise, hvad der kommer ud af det, så Latchkey gør intet. Læs igen om et par minutter; siger siden, at noget er galt, så se efter igen, og vælg Opret forbindelse igen.
salesforce-undo-page = Trinnet, der venter på Salesforce, fører det tilbage.
salesforce-undo-unmade = Salesforce havde ingen forbindelse, der kunne hentes tilbage. Slå adgang til for at få en ny.
salesforce-step-open = Åbn “{ $what }”
salesforce-reason-open = Det ligger på vejen til kontakten.
salesforce-reason-open-settings = Det ligger på vejen til kontakten. Hvis Forbindelser ikke viser sig bagved, tilbyder denne Sales-app dig ikke forbindelsen: udelad dette, og lad en administrator af CRM-systemet gøre det.
salesforce-reason-open-pane = Det er på vejen til kontakten. Andre datakilder kan have den samme: Latchkey tager kun det, der står under navnet Salesforce. Kommer det ikke frem, så udelad dette, og udfør selv trinnene.
salesforce-step-switch-on = Slå “Aktivér adgang til” til
salesforce-step-switch-off = Slå “Aktivér adgang til” fra
salesforce-reason-switch = Der findes ingen API til det: det gøres i salgsagentens egne indstillinger.
salesforce-step-save = Gem
salesforce-reason-save = Kun det, der er gemt, gælder; hvor siden selv gemmer, er der intet at trykke på.
salesforce-step-none-unsaved = Se, at siden ikke har andet at gemme
salesforce-reason-none-unsaved = Andet, der er ændret og ikke gemt, ville blive gemt med eller gå tabt. Der ses efter igen lige før hvert tryk.
salesforce-step-switched-on = Se, at Salesforces “Aktivér adgang til” er slået til
salesforce-step-switched-off = Se, at Salesforces “Aktivér adgang til” er slået fra
salesforce-reason-switched = Kun Salesforces egen kontakt gemmes. Der ses efter igen lige før Gem.
salesforce-reason-made = Produktet opretter app, bruger og tilladelsessæt i løbet af et par minutter; kun Salesforce viser, at det skete.
salesforce-step-made = Se, at forbindelsen er oprettet
salesforce-step-unmade = Se, at integrationsbrugeren er væk
salesforce-step-still-none = Se, at Salesforce endnu ikke har en integrationsbruger
salesforce-step-still-ours = Se, at Salesforce stadig har denne kørsels integrationsbruger og ingen anden
salesforce-step-still = Se, at { $name } stadig er der, og ingen anden
salesforce-reason-still = En anden lejer kan have oprettet forbindelse, slået den fra eller oprettet den igen, siden der blev læst: så gøres der intet. Der ses efter igen lige før hvert tryk.
salesforce-page-settings = Indstillinger
salesforce-page-connectors = Connectors
salesforce-page-salesforce = Salesforce
salesforce-page-details = Forbindelsesoplysninger
salesforce-page-unsaved = Noget at gemme
salesforce-page-title = Salgsagentens indstillingsside
salesforce-page-not-shown = Ingen fane viser Outlook eller Teams, eller Latchkey må ikke se den. Uden den udfører du trinnene der selv, med vejledning.
salesforce-page-outlook = Åbn Outlook
salesforce-page-teams = Åbn Teams
salesforce-page-opened = Åbnet i en fane. Åbn salgsappen der, og se så efter igen.
salesforce-page-refused = Ikke tilladt. Trinnene der bliver ved med at være vejledte.
salesforce-page-look = Se efter igen
salesforce-page-found = Outlook eller Teams er åben. Salgsappens adresse i den er ikke offentliggjort: hvis en af disse er salgsappens, så lad Latchkey se den og ingen anden.
salesforce-page-none = Outlook eller Teams er åben, og salgsappen er ikke i syne der. Åbn den, og se så efter igen.
salesforce-page-several = Salgsappens indstillinger er fremme mere end ét sted, måske for flere lejere. Luk alle undtagen den, der menes, og se efter igen.
salesforce-page-allow = Lad Latchkey se { $host }
salesforce-page-shown = Salgsappen er i syne på { $host }
salesforce-page-driven = Vejen til “Aktivér adgang til” er fundet: Latchkey kan gøre det der.
salesforce-page-begun = Indstillinger er i syne; om “Connectors” er der, ses først, når de åbnes. Kommer det ikke, tilbyder denne Sales-app dig ikke forbindelsen: vælg at udføre trinnene selv som administrator af CRM-systemet.
salesforce-page-undriven = Hverken Indstillinger eller Connectors er i syne i den: kun administratorer af CRM-systemet ser dem. Trinnene der bliver ved med at være vejledte.
salesforce-page-weak = Kun fundet ved teksten ved siden af, så se en ekstra gang:
salesforce-page-on = “Aktivér adgang til” er slået til
salesforce-page-off = “Aktivér adgang til” er slået fra
salesforce-page-named = Forbindelsesoplysninger nævner samme app og bruger som Salesforce. De hedder det samme i alle organisationer, så det viser ikke, at siden handler om denne
salesforce-page-named-otherwise = Forbindelsesoplysninger nævner en forbindelse, som denne Salesforce-organisation ikke har: siden handler om en anden, eller viser noget, der var der før: { $details }
salesforce-page-alert = Indstillingssiden siger, at noget er galt
salesforce-page-alert-fix = Opret forbindelse igen sletter forbindelsen og opretter en ny med de felter, agenten nu er konfigureret til.
salesforce-page-by-hand = Jeg udfører selv trinnene på siden
salesforce-rights-title = Integrationsbrugerens rettigheder
salesforce-ready-rights = På objekter og felter har integrationsbrugeren præcis det, der er lovet
salesforce-ready-more = Integrationsbrugeren har alt det lovede og mere
salesforce-ready-partly = Intet af det, der kunne læses, mangler. Noget kunne ikke afgøres
salesforce-ready-unread = Integrationsbrugerens rettigheder kunne ikke læses
salesforce-objects = Rettigheder til objekter
salesforce-object = Objekt
salesforce-fields = Rettigheder til felter
salesforce-field = Felt
salesforce-promised = Lovet
salesforce-held = Faktisk
salesforce-right-none = Ingen
salesforce-right-on = { $what }: { $right }
salesforce-standing-held = Har
salesforce-standing-more = Mere end lovet:
salesforce-standing-missing = Mangler:
salesforce-standing-absent = Mangler
salesforce-standing-edit = Har, og må redigeres
salesforce-standing-implicit = Kan læses af alle, der læser objektet
salesforce-standing-not-there = Denne organisation har ikke et sådant felt
salesforce-standing-unknown = Kunne ikke afgøres
salesforce-more-system = Rettigheder til hele organisationen, som ingen har lovet:
salesforce-more-objects = Objekter, som ingen har lovet:
salesforce-more-fields = Felter, som ingen har lovet:
salesforce-custom-fields = Brugerdefinerede felter, agenten er sat op til:
salesforce-holds = Talt sammen fra:
salesforce-file-rights = Rettigheder som CSV
salesforce-settings-title = Logon til Salesforce
salesforce-settings-lead = Opskrifter om Salesforce spørger dens API som dig, med en ekstern klientapp i din egen organisation. Tokenet opbevares kun i hukommelsen og forsvinder med browseren.
salesforce-host = Organisationens vært (My Domain)
salesforce-host-wrong = Dette er ikke en adresse i en Salesforce-organisation: den har formen contoso.my.salesforce.com eller contoso.lightning.force.com.
salesforce-key = Forbrugernøgle (consumer key)
salesforce-no-client-here = Latchkey har endnu ingen ekstern klientapp i din Salesforce-organisation. Registrer en som beskrevet nedenfor, og gem dens vært og forbrugernøgle (consumer key) ovenfor.
salesforce-host-note = Enhver adresse i organisationen kan bruges, også fra Lightning.
salesforce-host-becomes = Latchkey spørger { $host }, My Domain-værten for den adresse.
salesforce-key-note = For den eksterne klientapp, der er beskrevet nedenfor. Den er ikke hemmelig.
salesforce-key-wrong = Dette er ikke en forbrugernøgle: den har mindst 15 tegn og består kun af bogstaver, cifre, punktummer, understregninger og bindestreger. Kopiér den fra appens OAuth-indstillinger.
salesforce-sign-in-needed = Logon til Salesforce er nødvendigt
salesforce-sign-in = Log på Salesforce
salesforce-sign-in-other = Log på som en anden bruger
salesforce-signed-in = Logget på { $host }
salesforce-account-organization = Organisations-id
salesforce-account-user = Bruger-id
salesforce-account-since = Logget på siden
salesforce-registration-title = Sådan registreres den eksterne klientapp
salesforce-registration-lead = Én gang pr. Salesforce-organisation, i Opsætning (Setup).
salesforce-registration-new = External Client App Manager → New External Client App. Et vilkårligt navn, distribution Local, Enable OAuth.
salesforce-registration-callback = Tilbagekalds-URL, én linje pr. browser:
salesforce-registration-scope = OAuth-omfang: Manage user data via APIs (api) og intet andet.
salesforce-registration-pkce = Sikkerhed: Require Proof Key for Code Exchange (PKCE) til, Require secret for Web Server Flow fra.
salesforce-registration-policy = Politikker: giv dig selv adgang under Permitted Users.
salesforce-registration-copy = Angiv vært og forbrugernøgle ovenfor. Der kan gå ti minutter, før en ny app er kendt.
salesforce-ready-missing = { $count ->
    [one] En lovet rettighed mangler
   *[other] { $count } lovede rettigheder mangler
  }
salesforce-ready-missing-more = { $count ->
        [one] En lovet rettighed mangler
       *[other] { $count } lovede rettigheder mangler
    }, og brugeren har { $more } mere end lovet
salesforce-sign-in-page-refused = Salesforce afviste logonsiden. Kontrollér forbrugernøglen under Indstillinger, og at den eksterne klientapp indeholder denne browsers tilbagekalds-URL. Der kan gå ti minutter, før en ny app er kendt.

## Transcription of meetings
transcription-label = Transskription
transcription-lock = mødepolitikken for hele organisationen
transcription-open = Åbn mødepolitikken for hele organisationen
transcription-list = Vis listen over mødepolitikker
transcription-lock-page = menuen i Teams Administration
transcription-step = Slå Transskription til i mødepolitikken for hele organisationen
transcription-save = Gem mødepolitikken
transcription-seen = Se i mødepolitikken, at det er gemt
transcription-unproven = Politik-API'et er privat, og ingen side i Teams Administration er offentliggjort: ingen af dem er endnu bevist på en rigtig tenant. Det kan tage timer, før det gemte når ud.

## The readiness report: deployment of the sales agent with Salesforce
nav-readiness = Klarhed
deploy-title = Sales agent: klarhed
deploy-subtitle = Copilot for Sales med Salesforce, trin for trin: hvad der er i orden, hvad der ikke er, og hvad der retter det
deploy-reason-host = For at vide, hvilken lejer rapporten handler om.
deploy-reading = Læses …
deploy-sources = Hvor det læses
deploy-source-graph = Microsoft Graph
deploy-source-power-platform = Power Platform
deploy-source-teams = Teams Administration
deploy-source-salesforce = Salesforce
deploy-source-dataverse = Dataverse i msdyn_viva
deploy-source-hand = I hånden
deploy-source-at = { $source }, { $time }
deploy-source-refused = { $source }, { $time }: alt, der blev spurgt om der, blev afvist
deploy-source-not-read = { $source }, ikke læst
deploy-audience = Hvem der skal bruge den
deploy-audience-means = Sig det først: licenser og rettigheder tælles op mod disse personer.
deploy-way-group = Alle i en gruppe
deploy-way-licence = Alle, der har en licens til den
deploy-way-names = Disse brugernavne
deploy-in-force = I brug
deploy-disabled =
    { $more ->
        [0] Ikke talt med, fordi kontoen er deaktiveret: { $names }
        [one] Ikke talt med, fordi kontiene er deaktiveret: { $names } og én til
       *[other] Ikke talt med, fordi kontiene er deaktiveret: { $names } og { $more } til
    }
deploy-group-name = Begyndelsen af gruppens navn
deploy-group-seek = Søg
deploy-group-seeking = Søger… Hvor Microsoft Graph beder om at vente, venter Latchkey og spørger så igen.
deploy-group-none = Ingen gruppes navn begynder sådan.
deploy-group-take = Brug
deploy-group-take-named = Brug: { $group }
deploy-names-typed = Brugernavne (f.eks. agent@contoso.com), adskilt af komma eller linjeskift
deploy-names-none = Der er ikke angivet noget brugernavn.
deploy-said-group = Alle i { $group }
deploy-said-licence = Alle, der har en licens til den
deploy-said-names =
    { $count ->
        [one] Ét brugernavn
       *[other] { $count } brugernavne
    }
deploy-people-count =
    { $count ->
        [one] Én person
       *[other] { $count } personer
    }
deploy-absent = Her er ingen, der hedder:
deploy-report = Rapporten
deploy-article-means = Den følger Microsofts udrulningsvejledning; S001 med et nummer er en regel i den, i dens rækkefølge.
deploy-article = Artiklen: udrulning for Salesforce CRM-kunder
deploy-count-blocked = Blokeret: { $count }
deploy-count-attention = Se på dette: { $count }
deploy-count-unknown = Ukendt: { $count }
deploy-count-ready = I orden: { $count }
deploy-step-numbered = { $step }. { $title }
deploy-step-before = Før du begynder
deploy-step-outlook = Installer i Outlook
deploy-step-teams = Installer og fastgør i Teams
deploy-step-transcripts = Slå transskription af Teams-møder til
deploy-step-access = Brugernes rettigheder i Salesforce
deploy-step-dlp = Salesforce-connectoren er ikke blokeret
deploy-step-app = Microsoft Power Platform er ikke blokeret i Salesforce
deploy-step-environment = Den første login og msdyn_viva
deploy-step-customize = Tilpas (valgfrit)
deploy-step-welcome = Byd sælgerne velkommen
deploy-today-licence = Artiklen nævner Copilot for Sales-licensen; i dag følger den med Microsoft 365 Copilot. Begge kan bruges.
deploy-today-outlook = Copilot for Sales hedder i dag Sales agent, og Integrerede apps > Hent apps er blevet Agenter > Alle agenter.
deploy-today-teams = I Teams hedder appen i dag Sales. Microsoft fraråder PowerShell til dette.
deploy-today-dlp = Ud over datapolitikker, som artiklen kalder DLP, kan avancerede connectorpolitikker i dag blokere connectoren.
deploy-today-app = Artiklen kalder Install valgfrit. Siden september 2025 afviser Salesforce apps, der ikke er installeret, så det er nødvendigt.
deploy-today-welcome = Artiklen har i dag et trin 9 om Microsoft 365 Copilot; at byde sælgerne velkommen er blevet trin 10.
deploy-wanted-role-global = Du er lejeradministrator
deploy-wanted-role-teams = Du må oprette konfigurationspolitikker i Teams
deploy-wanted-role-power-platform = Du må læse og ændre datapolitikker
deploy-wanted-licence = Alle har en licens
deploy-wanted-outlook = Agenten er udrullet til Outlook
deploy-wanted-teams-install = En konfigurationspolitik installerer appen
deploy-wanted-teams-pin = Den samme politik fastgør appen
deploy-wanted-transcription = Transskription er slået til i den globale mødepolitik
deploy-wanted-customize-right = Du må tilpasse appen i Salesforce
deploy-wanted-people = Alle findes i Salesforce
deploy-wanted-records = Alle må se, opdatere og oprette poster
deploy-wanted-api-enabled = Alle har API Enabled
deploy-wanted-data-policies = Ingen datapolitik blokerer Salesforce-connectoren
deploy-wanted-advanced-policies = Ingen avanceret connectorpolitik blokerer den
deploy-wanted-app-listed = Microsoft Power Platform står under Connected Apps
deploy-wanted-permitted-users = Permitted Users lukker alle ind
deploy-wanted-ip-relaxation = IP Relaxation er Relax IP restrictions
deploy-wanted-refresh-token = Refresh Token Policy er Refresh token is valid until revoked
deploy-wanted-timeout = Timeout Value er None
deploy-wanted-environment = Miljøet msdyn_viva er der
deploy-wanted-administrators = Administratorerne af msdyn_viva er gennemgået
deploy-wanted-settings = Administratorindstillingerne passer jer
deploy-wanted-ai-features = AI-funktioner er sat op
deploy-wanted-forms = Formularer og felter er tilpasset
deploy-wanted-extensions = Andre programmer udvider den
deploy-wanted-welcome = Sælgerne har fået velkomstbeskeden
deploy-wanted-visible = Appen vises hos alle
deploy-wanted-mailbox-policies = Postkassepolitikkerne lader tilføjelsesprogrammet vises
deploy-wanted-community = Sælgerne kender communityet
deploy-guide-roles = Microsoft Entra Administration: Roller og administratorer > rollen > Tildelinger. En rolle, man kun er berettiget til, skal først aktiveres (Mine roller).
deploy-guide-licence = Microsoft 365 Administration: Fakturering > Licenser > produktet > Tildel licenser. Angiv først brugerens anvendelsessted.
deploy-guide-outlook = Microsoft 365 Administration: Agenter > Alle agenter > Sales > Udrul > Vælg brugere > Næste > Accepter tilladelser > Næste > Afslut udrulning > Udført. Du skal selv acceptere tilladelserne. Brugerne ser den inden for 24 timer, senest efter 48. Det installerer den ikke i Teams.
deploy-guide-teams-install = Teams Administration: Teams-apps > Konfigurationspolitikker > Administrer politikker > Tilføj. Slå brugerfastgørelse til; Installerede apps > Tilføj apps > Sales > Tilføj. Gem, og derefter Gruppepolitiktildeling > Tilføj > gruppen, rang og politik > Anvend.
deploy-guide-teams-pin = I den samme politik: Fastgjorte apps > Tilføj apps > Sales > Tilføj. Behold standardfastgørelserne; rækkefølgen sættes under Applinje.
deploy-guide-transcription = Teams Administration: Møder > Mødepolitikker > Administrer politikker > Global (standard for hele organisationen) > Optagelse og transskription > Transskription til > Gem. Uden det kan appen ikke opsummere et optaget møde.
deploy-guide-customize-right = Salesforce: Setup > Users > Profiles > din profil > System Permissions: Modify All Data eller Manage Data Integrations. Et tilladelsessæt tæller ikke her. I msdyn_viva skal du også have rollerne System Administrator og Sales Copilot Administrator.
deploy-guide-people = Salesforce: Setup > Users > Users. Giv brugeren det Federation ID, som deres single sign-on bruger, eller samme brugernavn eller mailadresse.
deploy-guide-records = Salesforce: Setup > Users > Profiles eller Permission Sets > Object Settings: Read, Create og Edit på konti, kontakter, kundeemner og salgsmuligheder. En ændring ses i Teams inden for 15 minutter.
deploy-guide-api-enabled = Salesforce: Setup > Users > Profiles > Administrative Permissions > API Enabled, eller et tilladelsessæt, der har det.
deploy-guide-data-policies = Power Platform Administration: Politikker > Datapolitikker > politikken > Rediger politik > Forudbyggede connectorer > Salesforce: Forretning eller Ikke-forretning, ikke Blokeret > Opdater politik. Før den første login kan kun politikker for hele lejeren kontrolleres.
deploy-guide-advanced-policies = Power Platform Administration: Administrer > Miljøgrupper > gruppen med msdyn_viva > Regler > Avancerede connectorpolitikker: Salesforce står på listen.
deploy-guide-app-listed = Salesforce: Setup > Platform Tools > Apps > Connected Apps > Manage Connected Apps: Microsoft Power Platform. Mangler den: Connected Apps OAuth Usage > Microsoft Power Platform > Install (Unblock, hvis den er blokeret). Den står der, når nogen har logget på med den.
deploy-guide-permitted-users = Salesforce: Manage Connected Apps > Microsoft Power Platform > OAuth Policies > Permitted Users. Ved Admin approved users are pre-authorized skal profiler eller tilladelsessæt tilføjes nedenfor; ved All users may self-authorize kræves ikke mere.
deploy-guide-ip-relaxation = Salesforce: Manage Connected Apps > Microsoft Power Platform > Edit Policies > OAuth Policies > IP Relaxation. Ingen API fortæller det.
deploy-guide-refresh-token = Salesforce: Manage Connected Apps > Microsoft Power Platform > Edit Policies > OAuth Policies > Refresh Token Policy.
deploy-guide-timeout = Salesforce: Manage Connected Apps > Microsoft Power Platform > Edit Policies > Session Policies > Timeout Value. Ingen API fortæller det; timeout for mobilsessioner er en anden indstilling.
deploy-guide-environment = Power Platform Administration: Administrer > Miljøer > msdyn_viva. Den første bruger, der logger på Salesforce fra appen i Outlook eller Teams, opretter det. Rediger eller fjern det aldrig; at konvertere en prøveversion til produktion er den eneste undtagelse.
deploy-guide-administrators = Power Platform Administration: Administrer > Miljøer > msdyn_viva > Indstillinger > Brugere + tilladelser > Brugere > Administrer sikkerhedsroller. Globale administratorer og Power Platform-administratorer har automatisk System Administrator der; se på alle andre, der har den.
deploy-guide-settings = Appen Sales i Outlook eller Teams > Indstillinger. Kun CRM-administratorer ser den.
deploy-guide-ai-features = Appen Sales > Indstillinger > AI-funktioner: det, der er i prøveversion eller generelt tilgængeligt.
deploy-guide-forms = Appen Sales > Indstillinger > Formularer. Den virker uden ændringer.
deploy-guide-extensions = Artiklen om at udvide produktet viser, hvordan andre programmer forbindes.
deploy-guide-welcome = Send beskeden nedenfor.
deploy-guide-visible = Bed en sælger se efter Sales i Outlook. Der kan gå op til 48 timer, før den vises der og i andre Microsoft 365-apps.
deploy-guide-mailbox-policies = Exchange Administration: Roller > Outlook web app-politikker, eller Get-OwaMailboxPolicy: disse fire er sande. Ellers forbliver appen skjult efter 48 timer.
deploy-guide-community = Forummerne giver kontakt med ligesindede, og eksperter gennemgår jævnligt spørgsmålene; idéer går til produktteamet.
deploy-unknown-signed-out = Ikke læst: log på { $source } ovenfor, eller kontrollér det i hånden.
deploy-unknown-hand = Intet, Latchkey kan spørge, fortæller det: kontrollér det i hånden.
deploy-unknown-page = Kun siden i Salesforce viser det: kontrollér det der.
deploy-unknown-optional = Valgfrit: ingen API fortæller, hvordan det er sat.
deploy-unknown-welcome = Om de har den, læses ikke.
deploy-unknown-community = Om de er der, læses ikke.
deploy-unknown-audience = Sig først, hvem der skal bruge den.
deploy-unknown-people = Endnu ikke læst for dem, der skal bruge den.
deploy-checked-by-hand = Du har kontrolleret det i hånden.
deploy-reviewed-before = Du har gennemgået dem manuelt den { $day }: det gælder dem, der var der dengang.
deploy-role-held = Du er { $role }.
deploy-role-lacking = Du er ikke { $role }: en anden skal gøre det, der kræver det.
deploy-role-eligible = Roller, du kunne aktivere (Privileged Identity Management), vises ikke her.
deploy-licence-none-bought = Lejeren har ingen licens til den: hverken Microsoft 365 Copilot eller Copilot for Sales. Køb er op til dig.
deploy-licence-lapsed = Lejerens licens til den er ikke i kraft: den er udløbet eller suspenderet. Fornyelse er op til dig.
deploy-licence-off =
    { $count ->
        [one] Én person har en licens, hvor appen er slået fra: slå den til i Microsoft 365 Administration.
       *[other] { $count } personer har en licens, hvor appen er slået fra: slå den til i Microsoft 365 Administration.
    }
deploy-partial = Ikke alt kunne læses, så der konkluderes intet ud fra det.
deploy-audience-empty = Der er ingen i den.
deploy-audience-not-all =
    { $count ->
        [one] Ét af navnene er ingen i lejeren eller mere end én: det fundne gælder kun de andre.
       *[other] { $count } af navnene er ingen i lejeren eller mere end én: det fundne gælder kun de andre.
    }
deploy-licence-seats = { $with ->
        [one] Én person har en
       *[other] { $with } personer har en
    }; { $free ->
        [one] én plads er ledig.
       *[other] { $free } pladser er ledige.
    }
deploy-licence-all =
    { $count ->
        [one] Den ene person har en licens.
       *[other] Alle { $count } har en licens.
    }
deploy-licence-lacking =
    { $count ->
        [one] Én person har ingen licens.
       *[other] { $count } personer har ingen licens.
    }
deploy-licence-short =
    { $count ->
        [one] Der mangler én plads: køb er op til dig.
       *[other] Der mangler { $count } pladser: køb er op til dig.
    }
deploy-environment-none = msdyn_viva er der ikke endnu: den første brugers login på Salesforce fra appen opretter det.
deploy-environment-not-all = Ingen af de miljøer, du får vist, er msdyn_viva, men kun en administrator for hele lejeren ser dem alle.
deploy-environment-anybody = Enhver bruger kan udløse det; indstillingen, der begrænser prøvemiljøer til administratorer, forhindrer det ikke.
deploy-environment-trial = msdyn_viva er der som prøveversion og forsvinder, når den udløber. Konvertér den forinden: Power Platform Administration > Administrer > Miljøer > msdyn_viva > Konvertér til produktion. Hvornår den udløber, står på den side; Latchkey læser det ikke.
deploy-environment-there = msdyn_viva er der ({ $kind }).
deploy-customize-right = Din profil har Modify All Data eller Manage Data Integrations.
deploy-customize-right-lacking = Din profil har hverken Modify All Data eller Manage Data Integrations.
deploy-own-unread = Salesforce siger ikke, hvem der er logget på, eller det er ikke en almindelig bruger.
deploy-people-all =
    { $count ->
        [one] Den ene person er fundet, én gang.
       *[other] Alle { $count } er fundet, hver én gang.
    }
deploy-people-not-all = { $none } ikke fundet, { $several } ikke entydigt fundet.
deploy-people-by = Fundet ved federation-id, så brugernavn, så mailadresse. Det følgende tæller kun dem, der er fundet.
deploy-people-none = Ingen af dem blev fundet i Salesforce.
deploy-records-all = Alle { $count } må se, opdatere og oprette konti, kontakter, kundeemner og salgsmuligheder.
deploy-records-lacking =
    { $count ->
        [one] Én person mangler rettigheder til disse objekter.
       *[other] { $count } personer mangler rettigheder til disse objekter.
    }
deploy-api-all = Alle { $count } har API Enabled.
deploy-api-lacking =
    { $count ->
        [one] Én person har ikke API Enabled og kan ikke bruge den.
       *[other] { $count } personer har ikke API Enabled og kan ikke bruge den.
    }
deploy-app-listed = Den er installeret.
deploy-app-not-listed = Den er ikke installeret, eller den er blokeret: almindelige brugere afvises.
deploy-app-install = Hvilken af delene siger ingen API, og ingen ændrer det: Connected Apps OAuth Usage har Install ud for den, eller Unblock. Efter Unblock mangler den dér, til nogen logger på med den igen.
deploy-app-unread = Appen eller dens tildelinger kunne ikke læses helt.
deploy-app-several = Flere apps med det navn er installeret: det kan ikke afgøres, hvilken en tildeling gælder. Fjern eller omdøb de andre i Salesforce Setup.
deploy-app-first = Appen skal først være der.
deploy-permitted-self = All users may self-authorize: ingen behøver en tildeling.
deploy-permitted-approved = Admin approved users are pre-authorized, og alle har en tildeling.
deploy-permitted-lacking =
    { $count ->
        [one] Admin approved users are pre-authorized, og én person mangler en tildeling.
       *[other] Admin approved users are pre-authorized, og { $count } personer mangler en tildeling.
    }
deploy-refresh-until-revoked = Det er gyldigt, indtil det tilbagekaldes.
deploy-refresh-unproven = Ud fra API’ets tomme gyldighedsperiode, hvis betydning endnu ikke er bevist på en rigtig organisation.
deploy-refresh-ends = Det udløber: brugerne ville skulle logge på igen og igen.
deploy-reason-setup = For at se siden om Microsoft Power Platform i Salesforces opsætning, som er det eneste sted, der viser IP Relaxation og Timeout Value.
deploy-setup-open = Åbn siden i opsætningen
deploy-setup-opened = Åbnet på en fane. Se igen, når siden er der.
deploy-setup-refused = Ikke tilladt: kontrollér det manuelt.
deploy-setup-by-page = Appens side på { $host } siger: { $value }
deploy-setup-other = Der er åbnet en side om en anden app eller organisation ({ $host }): den siger intet om denne.
deploy-setup-editing = Formularen er åben, og det valgte er måske ikke gemt: gem eller annuller, og se igen.
deploy-setup-not-found = Det blev ikke fundet på siden: kontrollér det der.
deploy-setup-untold = Hvad siden siger, kunne ikke tydes: kontrollér det der.
deploy-setup-may-not = Siden har ikke Edit Policies for dig: en ændring kræver Customize Application og enten Manage Connected Apps eller Modify All Data.
deploy-setup-contradicts = Siden og API’et er ikke enige: se selv efter.
deploy-setup-contradiction = Siden siger: { $value } API’et siger: { $api }
deploy-ip-relaxed = IP-begrænsningerne er lempet.
deploy-ip-otherwise = IP-begrænsningerne er ikke lempet: connectoren kan blive afvist, da den ikke kommer fra jeres betroede adresser.
deploy-timeout-none = Der er ingen timeout.
deploy-timeout-some = Sessioner udløber efter nogen tid: brugerne ville skulle logge på igen og igen.
deploy-what-setup = Appens side i opsætningen
deploy-lock-setup = Appens side i opsætningen
deploy-setup-form = Formularen med appens politikker
    .is-true = åben
    .is-false = lukket
deploy-setup-edit = Edit Policies
    .is-true = der
    .is-false = ikke der: en åben formular skal først gemmes eller annulleres
deploy-policy-ip = IP Relaxation
    .is-BYPASS = Relax IP restrictions
    .is-BYPASS_2FACTOR = Relax IP restrictions for activated devices
    .is-ENFORCE_RELAXREFRESH = Enforce IP restrictions, but relax for refresh tokens
    .is-ENFORCE = Enforce IP restrictions
deploy-policy-ip-wanted = Relax IP restrictions
deploy-policy-refresh = Refresh Token Policy
    .is-infinite = Refresh token is valid until revoked
    .is-true = valgt
    .is-false = ikke valgt
deploy-policy-refresh-wanted = Refresh token is valid until revoked
deploy-policy-timeout = Timeout Value
    .is-none = None
deploy-policy-timeout-wanted = None
deploy-setup-step-open = Åbn formularen til { $policy }
deploy-setup-step-choose = Vælg { $value } som { $policy }
deploy-setup-step-save = Gem { $policy }: { $value }
deploy-reason-setup-open = Ingen API ændrer det: det gør siden under Edit Policies.
deploy-reason-setup-choose = Sådan som artiklen vil have det for connectoren.
deploy-reason-setup-save = Færdig, når siden, der viser politikkerne, siger det.
deploy-undo-form = Formularen lukkes igen, når den gemmes.
deploy-undo-refresh = Hvilket valg det var, kunne ikke tydes, så det kan ikke vælges igen: { $value }
deploy-undo-note-licences = { $count ->
        [one] Én person mister licensen
       *[other] { $count } personer mister licensen
    } og kan ikke bruge appen mere; pladserne er ledige til andre. Data i tjenester, som kun denne licens dækkede, gemmes ikke for evigt: sørg for dem først.
deploy-undo-note-transcription = Transskription er igen slået fra for alle, mødepolitikken for hele organisationen gælder for: appen kan ikke længere opsummere deres optagede møder.
deploy-undo-note-policies = Taget tilbage blokerer datapolitikken igen Salesforce-connectoren i alle miljøer, den gælder for, også msdyn_viva: salgsagenten går i stå der, og det gør alt andet, der i mellemtiden er begyndt at bruge connectoren.
deploy-undo-note-grant = Den, der kun må bruge appen via dette rettighedssæt eller denne profil, afvises herefter, uanset hvor appen bruges.
deploy-undo-note-setup = De tidligere politikker for Microsoft Power Platform gælder igen for alle brugere af den app i Salesforce: connectoren kan blive afvist, eller brugerne skal logge på igen.
deploy-undo-note-administrators = { $count ->
        [one] Én person får System Administrator af msdyn_viva igen
       *[other] { $count } personer får System Administrator af msdyn_viva igen
    }: alt må igen læses og ændres der, også de data, appen gemmer.
deploy-unproven-setup = Hvor siden har dette, er fra artikler og offentlig kode; det er endnu ikke bevist på en rigtig organisation.
deploy-note-setup = Siden arbejder som den, der er logget på Salesforce på dens fane. Hold den åben, til planen er færdig.
deploy-note-setup-reach = Det, der ændres for Microsoft Power Platform i Salesforce, gælder for alle brugere af den app, ikke kun for sælgerne.
deploy-note-ip = Relax IP restrictions løsner sikkerheden: appens sessioner lukkes ind fra enhver adresse, også uden for de betroede områder. Artiklen vil det, fordi connectoren ikke kommer fra jeres adresser. Det, der ellers begrænser adgangen, såsom Permitted Users, består.
deploy-note-refresh = Et refresh token, der gælder, til det tilbagekaldes, løsner sikkerheden: den, der får fat i et, beholder adgangen, til det tilbagekaldes i Salesforce. Artiklen vil det, så brugerne ikke skal logge på igen og igen.
deploy-note-timeout = Timeout Value None løsner sikkerheden: appen selv afslutter ingen session, så en enhed, der efterlades åben, forbliver logget på, så længe profilen eller organisationen tillader det. Artiklen vil det, så brugerne ikke skal logge på igen og igen.
deploy-note-unconsented = Som det er nu, kan licenserne ikke gives: kørslen ville standse der. { $why } Linjen om licenser i rapporten har login.
deploy-visible-not-deployed = Markér først udrulningen til Outlook ovenfor: timerne tælles derfra.
deploy-visible-first-day = Udrullet for { $hours } timer siden: tilføjelsesprogrammet kan være op til 24 timer om at vises, i alt op til 48.
deploy-visible-second-day = Udrullet for { $hours } timer siden: det kan stadig tage op til 48 timer.
deploy-visible-late = Udrullet for { $hours } timer siden: vises den ikke nu, så se på postkassepolitikkerne nedenfor.
deploy-check-by-hand = Kontrollér i hånden
deploy-open = Åbn { $host }
deploy-checked = Jeg har kontrolleret det
deploy-deployed-now = Jeg har udrullet den: tæl timerne fra nu
deploy-names = { $count } navne
deploy-licence = Licens
deploy-licence-option = { $part } ({ $free ->
        [one] { $free } ledig
       *[other] { $free } ledige
    })
deploy-location = Anvendelsessted
deploy-set = Luk ind via
deploy-set-profile = Profil { $set } ({ $reach })
deploy-set-permission-set = Tilladelsessæt { $set } ({ $reach })
deploy-set-reach = { $count } af dem, { $holders ->
        [one] én person
       *[other] { $holders } personer
    } i alt
deploy-set-reach-unread = { $count } af dem; hvor mange i alt blev ikke læst
deploy-step-grant-set = Lad tilladelsessættet { $set } bruge { $app }
deploy-step-grant-profile = Lad profilen { $set } bruge { $app }
deploy-reason-grant = { $count ->
        [one] Så må alle, der har den, bruge appen: én person.
       *[other] Så må alle, der har den, bruge appen: { $count } personer i alt, heraf { $chosen } blandt dem, der skal bruge den og mangler adgang.
    }
deploy-reason-grant-unread = Så må alle, der har den, bruge appen, heraf { $chosen } blandt dem, der skal bruge den og mangler adgang; hvor mange der har den i alt, kunne ikke læses.
deploy-plan-title =
    { $count ->
        [one] Ret én ting for Sales agent
       *[other] Ret { $count } ting for Sales agent
    }
deploy-plan-nothing = Der er intet at rette.
deploy-plan-incomplete = Ingen plan hviler på det, der ikke er læst helt: { $what }.
deploy-plan-sign-in = Log på først: det skrives der.
deploy-plan-no-licence = Der er ikke valgt en licens med en ledig plads.
deploy-plan-no-location = Angiv anvendelsesstedet med to bogstaver, f.eks. DK.
deploy-plan-no-set = Der er ikke valgt et tilladelsessæt.
deploy-what-audience = hvem der skal bruge den
deploy-reason-licence = Uden den kan brugeren ikke bruge produktet. Den tager en ledig plads, jeres tenant allerede har.
deploy-note-seats =
    { $more ->
        [0] Uden licens forbliver: { $names }.
        [one] Uden licens forbliver: { $names } og én til.
       *[other] Uden licens forbliver: { $names } og { $more } til.
    }
deploy-note-not-let-in =
    { $more ->
        [0] Stadig ikke lukket ind: { $names }.
        [one] Stadig ikke lukket ind: { $names } og én til.
       *[other] Stadig ikke lukket ind: { $names } og { $more } til.
    }
deploy-note-cost = Kun ledige pladser i abonnementer, jeres tenant allerede har, bliver givet: der købes intet. Hvis jeres aftale afregner tildelte pladser, tæller hver af dem fra nu af.
deploy-note-transcription = Mødepolitikken for hele organisationen gælder for alle, der ikke har fået en anden: deres møder kan herefter transskriberes, ikke kun sælgernes. Uden den kan appen ikke opsummere et optaget møde.
deploy-seats = Hvem der får en: { $given } af { $all }
deploy-seats-full = Der er ikke flere ledige pladser: tag én fra nogen for at give den til en anden.
deploy-files-means = Som en side til udskrift eller som JSON; det læste står deri med tid og kilde.
deploy-files-page = Side til udskrift
deploy-paper-place = Hvor: { $place }
deploy-about-audience = Hvem der skal bruge den
deploy-about-tenant = Tenant
deploy-about-environment = Miljø
deploy-about-salesforce = Salesforce-organisation
deploy-about-read = Læst
deploy-about-totals = I alt
deploy-about-not-read = ikke sagt eller ikke læst
deploy-welcome-language = Beskedens sprog
deploy-welcome-read = Læs beskeden
deploy-welcome-mail = Ny mail
deploy-welcome-short = Den nye mail indeholder en forkortet besked, da mailprogrammer afkorter lange adresser: ét link står i stedet for de enkelte artikler. Kopien og HTML-filen har det hele.
deploy-welcome-save-page = Gem som HTML
deploy-welcome-copied = Kopieret
deploy-welcome-without = Udeladt af beskeden, da det ikke blev læst: { $fact }.
deploy-fact-tenant = navnet på din organisation
deploy-fact-salesforce = adressen på Salesforce
deploy-fact-sender = dit navn
deploy-welcome-subject = Velkommen til Sales agent
deploy-welcome-dear = Kære sælgere hos { $tenant }
deploy-welcome-dear-all = Kære sælgere
deploy-welcome-what = Velkommen til Sales agent (tidligere Copilot for Sales), en app, der bringer Salesforce-data og AI-understøttet indsigt ind i jeres arbejde i Outlook og Teams.
deploy-welcome-first = Jeres første login
deploy-welcome-sign-in = Åbn Sales i Outlook eller Teams, og log på Salesforce med jeres egen konto. Der kan gå op til 48 timer, før appen vises.
deploy-welcome-sign-in-at = Åbn Sales i Outlook eller Teams, og log på Salesforce ({ $host }) med jeres egen konto. Der kan gå op til 48 timer, før appen vises.
deploy-welcome-sign-in-how = Sådan logger I på
deploy-welcome-pin = Sådan åbner og fastgør I appen
deploy-welcome-more = Det kan I
deploy-welcome-articles = Alle artikler til sælgere
deploy-welcome-contact = Knyt en kontakt til Salesforce
deploy-welcome-save = Gem mails og møder i Salesforce
deploy-welcome-record = Se detaljerne i en post
deploy-welcome-draft = Skriv udkast til mails
deploy-welcome-meeting = Læs opsummeringen af et Teams-møde
deploy-welcome-update = Opdater poster uden at forlade Outlook
deploy-welcome-help = Hjælp
deploy-welcome-trouble = Fejlfindingsvejledning
deploy-link-community = Community: fora med ligesindede og eksperter
deploy-link-ideas = Idéer til produktteamet
deploy-welcome-from = Venlig hilsen { $name }
deploy-welcome-at = { $says }: { $address }
deploy-source-connector-policies = Power Platform API
deploy-environment-not-ready = msdyn_viva er ved at blive oprettet.
deploy-environment-developer = Et miljø hedder msdyn_viva, men det er en udviklers eget: det kan ikke siges, om det er salgsagentens. Se på det i administration, og få det omdøbt, hvis det ikke er.
deploy-environment-unclear = { $count } miljøer hedder msdyn_viva: det kan ikke siges, hvilket af dem der er salgsagentens. Se på dem i administration, og få de andre omdøbt.
deploy-environment-untold = msdyn_viva er der, men Power Platform siger ikke, i hvilken tilstand eller af hvilken slags.
deploy-policies-unplaced = Intet, der gælder alle miljøer, blev fundet i vejen, men det kan ikke siges, om en politik gælder msdyn_viva.
deploy-policies-superseded = En avanceret connectorpolitik træder her i stedet for datapolitikker.
deploy-policies-not-all = Intet blev fundet i vejen, men kun en administrator af hele lejeren ser alle datapolitikker.
deploy-policies-none = Ingen datapolitik berører den.
deploy-policies-open = Intet er i vejen for den.
deploy-policies-limited = En del af den må bruges; om det er nok, er ikke offentliggjort.
deploy-policies-unclear = Det kan ikke siges, om den må bruges.
deploy-policies-blocked = Den er blokeret.
deploy-policy-line = { $policy } – { $group }
deploy-policy-line-reach = { $policy } – { $group } – { $reach }
deploy-policies-apart = { $policy } har Salesforce i { $salesforce } og Dataverse i { $dataverse }: ingen app må bruge begge. Om Sales agent har brug for det, er ikke dokumenteret.
deploy-policies-before = msdyn_viva er der ikke endnu: kun politikker, der rammer ethvert kommende miljø, kan kontrolleres.
deploy-policies-touches =
    { $more ->
        [0] { $count ->
            [0] ændringen berører intet andet miljø
           *[other] ændringen berører også: { $names }
        }
        [one] ændringen berører også: { $names } og ét til
       *[other] ændringen berører også: { $names } og { $more } til
    }
deploy-group-preset = { $group } (forvalgt)
deploy-group-each = I hver politik dens forvalg
deploy-group-beside-dataverse = { $policy }: { $group } er forvalgt, fordi Dataverse er i den, og én app må kun bruge connectorer fra én gruppe sammen. Begge kan bruges.
deploy-group-without-dataverse = { $policy }: { $group } er forvalgt, da denne politik ikke tillader Dataverse i nogen af de to grupper. Begge kan bruges.
deploy-advanced-before = msdyn_viva er der ikke endnu: avancerede connectorpolitikker tildeles et miljø eller dets gruppe.
deploy-advanced-none = Ingen er tildelt msdyn_viva eller dets gruppe.
deploy-advanced-open = De, der er tildelt msdyn_viva, tillader den.
deploy-transcription-on = Den er slået til.
deploy-transcription-off = Den er slået fra: optagede møder kan ikke opsummeres.
deploy-teams-installed = En konfigurationspolitik installerer den.
deploy-teams-not-installed = Ingen konfigurationspolitik installerer den.
deploy-teams-no-user-pinning = En konfigurationspolitik installerer den, men brugerfastgørelse er slået fra der.
deploy-teams-pinned = Den samme politik fastgør den og beholder standardfastgørelserne.
deploy-teams-not-pinned = Ingen politik, der installerer den, fastgør den.
deploy-teams-pins-missing = Den er fastgjort, men standardfastgørelser mangler: Aktivitet, Chat og Teams skal blive.
deploy-teams-assigned = Hvem disse politikker er tildelt, læses ikke:
deploy-teams-app-refused = Din rolle er nok, men Teams afviser denne app: politik-API’et er privat og lukker måske ikke en app ind, som er tenantens egen. Kontrollér eller gør det i Teams Administration.
deploy-teams-refused = { $why } Er begge dele på plads, er det denne app, Teams afviser: politik-API’et er privat og lukker måske ikke en app ind, som er tenantens egen. Kontrollér eller gør det så i Teams Administration.
deploy-what-policies = datapolitikkerne
deploy-note-policies = En datapolitik rammer alle miljøer, den gælder for, ikke kun msdyn_viva. Forbindelser, der blev deaktiveret, kan forblive det et stykke tid.
deploy-note-policy-touches =
    { $more ->
        [0] { $policy } gælder også for: { $names }.
        [one] { $policy } gælder også for: { $names } og ét miljø til.
       *[other] { $policy } gælder også for: { $names } og { $more } miljøer til.
    }
deploy-source-choose = Log på: { $source }
registration-power-platform-api = API-tilladelser > API’er, som min organisation bruger > Power Platform API > Delegerede tilladelser; kun til klarhedsrapporten, for at læse avancerede connectorpolitikker:
registration-teams = API-tilladelser > API’er, som min organisation bruger > Skype and Teams Tenant Admin API > Delegerede tilladelser; kun til klarhedsrapporten:
registration-dataverse = API-tilladelser > API’er, som min organisation bruger > Dataverse > Delegerede tilladelser; kun til klarhedsrapporten, for at gennemgå administratorerne af msdyn_viva:
registration-missing = Hvis en API ikke er på listen, har ingen brugt Power Apps i denne lejer endnu: Åbn make.powerapps.com én gang, og se efter igen.
registration-api-id = Kan også findes med id’et { $id }
registration-recipes = Til: { $recipes }
registration-recipes-all = Til alle opskrifter, der logger på
sign-in-resource-dataverse = Dataverse
sign-in-why-environment = til i miljøet msdyn_viva at læse, hvem der administrerer det, og fratage dem, du vælger, det
remembered-title = Hvad der huskes
remembered-lead = Hvem der skal bruge Sales agent, og hvad du har krydset af, pr. lejer, som du valgte eller skrev det; og hvordan forbindelsen til Salesforce så ud, og hvor Sales-indstillingerne blev vist. Kun i denne browser.
remembered-forget = Glem det
remembered-forgotten = Glemt.
remembered-kept = Det kunne ikke glemmes.
deploy-administrators-before = msdyn_viva er der ikke endnu.
deploy-administrators-found = { $count ->
    [one] Én person er System Administrator der.
   *[other] { $count } personer er System Administrator der.
}
deploy-administrators-others = { $count ->
    [one] Én System Administrator er gjort til det af nogen, ikke af en rolle i lejeren: se, om vedkommende skal være det.
   *[other] { $count } System Administrators er gjort til det af nogen, ikke af en rolle i lejeren: se, om de skal være det.
}
deploy-administrators-came = Gennem en rolle i lejeren (global administrator eller Power Platform-administrator): { $people }.
deploy-administrators-apps = { $count ->
        [one] Én app er det også: { $names }.
       *[other] { $more ->
            [0] { $count } apps er det også: { $names }.
           *[other] { $count } apps er det også: { $names } og { $more } til.
        }
    }
deploy-administrators-eligible = Den, der har en sådan rolle gennem en gruppe eller kun kan aktivere den, regnes for gjort til det af nogen.
deploy-administrators-unparted = Hvem af dem der er det gennem en rolle i lejeren, kunne ikke læses, så ingen kan fjernes her.
deploy-administrators-not-all = Du er ikke iblandt dem: den, der ikke er System Administrator der, får måske ikke vist dem alle.
deploy-what-administrators = administratorerne af msdyn_viva
deploy-plan-nobody = Ingen er valgt.
deploy-note-administrators = Du forbliver System Administrator af msdyn_viva, og enhver, der fjernes, beholder en anden rolle der; begge dele læses igen lige før hvert trin.
deploy-administrator-label = { $person } er System Administrator
deploy-administrator-other = En anden rolle beholdes
deploy-administrator-own = Du er System Administrator
deploy-administrator-role = System Administrator
deploy-step-administrator = { $person }: fjern System Administrator af msdyn_viva
deploy-reason-administrator = Ingen rolle i lejeren giver det, og du valgte vedkommende. Det mærkes straks.
deploy-dismiss = Tag den fra { $person }
deploy-dismiss-first = Sæt flueben ved dem, den skal tages fra; så kan det føjes til planen.
deploy-stays-yourself = { $person } bliver: det er dig.
deploy-stays-indirect = { $person } har den gennem et team eller flere gange: se kontrollen i hånden.
deploy-stays-only-role = { $person } har ingen anden rolle der: giv en anden først.
