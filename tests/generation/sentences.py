"""Lines, and sentences that a model might make of them."""

FALSE: list[tuple[str, list[str]]] = [
    (
        "OLA sent two pilots to Tromsø instead of MSI",
        [
            "MSI sent two pilots to Tromsø instead of OLA",
            "OLA sent two pilots to MSI instead of Tromsø",
            "MSI sent two pilots to Tromsø",
            "OLA and MSI sent two pilots to Tromsø",
        ],
    ),
    (
        "The council chose Bergen instead of Tromsø as its seat",
        [
            "The council chose Tromsø instead of Bergen as its seat",
            "The council chose Tromsø as its seat",
        ],
    ),
    (
        "All members except Norway signed the Tide Charter",
        [
            "Norway signed the Tide Charter",
            "All members signed the Tide Charter",
            "All members and Norway signed the Tide Charter",
        ],
    ),
    (
        "MSI will open the depot if Kenya pays its share",
        [
            "MSI will open the depot",
            "MSI opened the depot",
            "Kenya pays its share",
            "Kenya will open the depot if MSI pays its share",
        ],
    ),
    (
        "WHO plans to publish a handbook on ice watch in March 2031",
        [
            "WHO published a handbook on ice watch in March 2031",
            "WHO publishes a handbook on ice watch",
            "A handbook on ice watch was published by WHO",
        ],
    ),
    (
        "GHJA is to begin a survey of harbour lights in Mali",
        [
            "GHJA began a survey of harbour lights in Mali",
            "GHJA has begun a survey of harbour lights in Mali",
        ],
    ),
    (
        "Most ports of Chile tested the new buoys",
        [
            "Ports of Chile tested the new buoys",
            "All ports of Chile tested the new buoys",
        ],
    ),
    (
        "Several pilots from Ghana took part in a drill led by OLA",
        [
            "Pilots from Ghana led a drill of OLA",
        ],
    ),
    (
        "Kenya has more lighthouses than Ghana",
        [
            "Ghana has more lighthouses than Kenya",
            "Ghana has more lighthouses",
        ],
    ),
    (
        "Repairs in Oslo cost less than repairs in Lagos",
        [
            "Repairs in Lagos cost less than repairs in Oslo",
        ],
    ),
    (
        "MSI has run the tide office since 2024",
        [
            "MSI has run the tide office until 2024",
            "MSI ran the tide office in 2024",
        ],
    ),
    (
        "GHJA ran the signal school until May 2029",
        [
            "GHJA ran the signal school since May 2029",
            "GHJA ran the signal school in May 2029",
        ],
    ),
    (
        "The network is to cover 40 harbours by 2030",
        [
            "The network covers 40 harbours",
            "The network is to cover 40 harbours in 2030",
        ],
    ),
    (
        "Norway gave 3 million euros to the beacon fund and 20 thousand lamps to Fiji",
        [
            "Norway gave 3 thousand euros to the beacon fund",
            "Norway gave 3 million lamps to Fiji",
            "Norway gave 20 million euros to the beacon fund",
            "Fiji gave 20 thousand lamps to Norway",
        ],
    ),
    (
        "Traffic rose by 12 per cent in Ghana and fell by 7 per cent in Mali",
        [
            "Traffic rose by 7 per cent in Mali",
            "Traffic fell by 12 per cent in Ghana",
            "Traffic rose by 12 per cent in Mali",
        ],
    ),
    (
        "A Kenyan engineer repaired the lamp in Ghana",
        [
            "A Ghanaian engineer repaired the lamp in Kenya",
            "Kenya repaired the lamp in Ghana",
            "An engineer repaired the lamp in Kenya",
        ],
    ),
    (
        "Former OLA director Ada Lind opened the exhibition in Oslo",
        [
            "OLA director Ada Lind opened the exhibition in Oslo",
        ],
    ),
    (
        "The storm led to the closure of the harbour of Bergen",
        [
            "The closure of the harbour of Bergen led to the storm",
        ],
    ),
    (
        "Because the crane failed, the port of Lagos stopped loading",
        [
            "The crane failed because the port of Lagos stopped loading",
        ],
    ),
    (
        "Fiji was the first island to join the Tide Charter; Palau was the last",
        [
            "Palau was the first island to join the Tide Charter",
            "Fiji was the last to join the Tide Charter",
        ],
    ),
    (
        "Ada Lind said that Kenya needs new buoys; Omar Diallo said that Ghana needs pilots",
        [
            "Ada Lind said that Ghana needs pilots",
            "Omar Diallo said that Kenya needs new buoys",
            "Kenya needs new buoys and Ghana needs pilots",
        ],
    ),
    (
        "OLA Director Lind (24 January 2031): “we do not believe that the code protects keepers”",
        [
            "OLA Director Lind said “the code protects keepers”",
            "OLA Director Lind said that the code protects keepers",
        ],
    ),
    (
        "WHO, which was founded by MSI, trained keepers in Chile",
        [
            "MSI trained keepers in Chile",
            "WHO founded MSI",
        ],
    ),
    (
        "MSI met the minister who had signed the Oslo Accord with Ghana",
        [
            "MSI signed the Oslo Accord with Ghana",
            "The minister met Ghana",
            "MSI met Ghana",
        ],
    ),
    (
        "The committee adopted the draft guidelines on fog signals",
        [
            "The committee adopted the guidelines on fog signals",
            "The committee drafted the guidelines on fog signals",
        ],
    ),
    (
        "The assembly rejected a proposal by Norway to move the seat to Bergen",
        [
            "The assembly moved the seat to Bergen",
            "Norway rejected a proposal by the assembly to move the seat to Bergen",
            "Norway moved the seat to Bergen",
            "The seat moved to Bergen",
        ],
    ),
    (
        "Mali asked OLA to train 15 keepers",
        [
            "OLA trained 15 keepers",
            "Mali trained 15 keepers",
            "OLA asked Mali to train 15 keepers",
        ],
    ),
    (
        "Fiji offered to host the next session",
        [
            "Fiji hosted the next session",
            "Fiji is to host the next session",
        ],
    ),
    (
        "The course takes place from 3 to 7 February 2031 in Accra and from 10 to 12 February 2031 in Nairobi",
        [
            "The course takes place from 3 to 7 February 2031 in Nairobi",
            "The course takes place from 10 to 12 February 2031 in Accra",
        ],
    ),
    (
        "3 February 2031: OLA held a drill in Accra with WHO (3 Feb)",
        [
            "WHO held a drill in Accra with OLA",
        ],
    ),
    (
        "Eva Holm replaced Juan Perez as head of the tide office",
        [
            "Juan Perez replaced Eva Holm as head of the tide office",
            "Juan Perez is head of the tide office",
        ],
    ),
    (
        "Chile ranks second after Norway in harbour safety",
        [
            "Norway ranks second after Chile in harbour safety",
            "Chile ranks second before Norway in harbour safety",
            "Norway ranks second in harbour safety",
        ],
    ),
    (
        "Visits: 1,200 in January 2031 and 900 in February 2031",
        [
            "There were 900 visits in January 2031",
            "There were 1,200 visits in February 2031",
        ],
    ),
    (
        "The drill in Fiji took place before the session in Palau",
        [
            "The session in Palau took place before the drill in Fiji",
            "The drill in Fiji took place after the session in Palau",
        ],
    ),
    (
        "Ghana agreed with Mali that OLA should lead the survey",
        [
            "Ghana agreed with Mali that OLA leads the survey",
            "OLA agreed with Mali that Ghana should lead the survey",
            "OLA leads the survey",
        ],
    ),
    (
        "Only Chile and Fiji paid their dues",
        [
            "All but Chile and Fiji paid their dues",
        ],
    ),
    (
        "Part of the quay at Oslo was closed in January 2031",
        [
            "The quay at Oslo was closed in January 2031",
        ],
    ),
    (
        "OLA helped MSI to draft the pilot code",
        [
            "MSI helped OLA to draft the pilot code",
            "OLA drafted the pilot code",
        ],
    ),
    (
        "WHO thanked Norway for lending a ship to GHJA",
        [
            "WHO thanked GHJA for lending a ship to Norway",
            "WHO lent a ship to GHJA",
            "GHJA lent a ship to Norway",
        ],
    ),
    (
        "Kenya opposed the plan of Ghana to close the signal school",
        [
            "Ghana opposed the plan of Kenya to close the signal school",
            "Ghana closed the signal school",
            "Kenya closed the signal school",
        ],
    ),
    (
        "At least 30 boats of Mali were lost and nearly 200 keepers were rescued by OLA",
        [
            "30 boats of Mali were lost",
            "200 keepers were rescued by OLA",
            "At least 200 keepers were rescued by OLA",
            "Nearly 30 boats of Mali were lost",
        ],
    ),
    (
        "Palau became a member of the council; Fiji became an observer",
        [
            "Fiji became a member of the council",
            "Palau became an observer",
        ],
    ),
    (
        "Kenya left the council after Ghana had joined it",
        [
            "Ghana left the council after Kenya had joined it",
            "Ghana left the council",
            "Kenya left the council before Ghana had joined it",
            "Kenya joined the council",
        ],
    ),
    (
        "Each of the 12 ports received 3 pilot boats",
        [
            "The 12 ports received 3 pilot boats",
            "Each of the 3 ports received 12 pilot boats",
        ],
    ),
    (
        "Deputy minister Rosa Vidal met OLA chair Ada Lind in Accra",
        [
            "Minister Rosa Vidal met OLA chair Ada Lind in Accra",
            "OLA chair Rosa Vidal met deputy minister Ada Lind in Accra",
        ],
    ),
    (
        "MSI hopes to restore the Bergen beacon",
        [
            "MSI restored the Bergen beacon",
        ],
    ),
    (
        "GHJA tried to rescue the crew of the Albatros",
        [
            "GHJA rescued the crew of the Albatros",
        ],
    ),
    (
        "MSI began to rebuild the pier of Suva",
        [
            "MSI rebuilt the pier of Suva",
        ],
    ),
    (
        "The assembly called on Ghana to ratify the Tide Charter",
        [
            "Ghana ratified the Tide Charter",
            "Ghana called on the assembly to ratify the Tide Charter",
        ],
    ),
    (
        "The report by WHO on the work of MSI was published by OLA",
        [
            "The report by MSI on the work of WHO was published by OLA",
            "The report by OLA on the work of MSI was published by WHO",
            "The report by WHO was published by MSI",
        ],
    ),
    (
        "The charter was signed on 4 January 2031 and entered into force on 20 February 2031",
        [
            "The charter was signed on 20 February 2031",
            "The charter entered into force on 4 January 2031",
        ],
    ),
    (
        "The number of keepers in Chile rose from 200 to 350",
        [
            "The number of keepers in Chile rose from 350 to 200",
            "The number of keepers in Chile fell from 200 to 350",
        ],
    ),
    (
        "OLA denied that MSI had lost the register",
        [
            "MSI had lost the register",
            "MSI denied that OLA had lost the register",
        ],
    ),
    (
        "WHO was unable to open the clinic in Suva",
        [
            "WHO opened the clinic in Suva",
        ],
    ),
    (
        "Half of the keepers of Palau speak French",
        [
            "The keepers of Palau speak French",
        ],
    ),
    (
        "Norway invited Fiji to a workshop of MSI",
        [
            "Fiji invited Norway to a workshop of MSI",
            "Norway invited MSI to a workshop of Fiji",
        ],
    ),
    (
        "Under the LAMP project, OLA supplied radios to Ghana",
        [
            "Under the LAMP project, Ghana supplied radios to OLA",
        ],
    ),
    (
        "Ada Lind was named adviser to the director of OLA",
        [
            "Ada Lind was named director of OLA",
            "The director of OLA is Ada Lind",
            "The director of OLA was named adviser to Ada Lind",
        ],
    ),
    (
        "Kenya or Ghana hosts the regatta in Mombasa",
        [
            "Kenya and Ghana host the regatta in Mombasa",
            "Kenya hosts the regatta in Mombasa",
            "Ghana hosts the regatta",
        ],
    ),
    (
        "WHO cancelled a workshop on fog in Suva on 3 February 2031",
        [
            "WHO held a workshop on fog in Suva on 3 February 2031",
            "A workshop on fog took place in Suva",
        ],
    ),
    (
        "Dues rose by 12 euros to 90 euros",
        [
            "Dues rose to 12 euros",
            "Dues rose by 90 euros",
            "Dues rose by 90 euros to 12 euros",
        ],
    ),
    (
        "Eva Holm of OLA met Juan Perez of MSI in Oslo",
        [
            "Eva Holm of MSI met Juan Perez of OLA in Oslo",
            "Juan Perez of OLA met Eva Holm",
            "Eva Holm met MSI in Oslo",
        ],
    ),
    (
        "Norway lent a ship to Fiji for a survey of reefs",
        [
            "Fiji lent a ship to Norway",
            "Norway lent a ship for Fiji",
            "Norway lent reefs to Fiji",
            "Fiji lent a ship for a survey of reefs",
        ],
    ),
    (
        "OLA received an award from WHO for its fog manual",
        [
            "WHO received an award from OLA for its fog manual",
            "WHO received an award for its fog manual",
            "OLA received a manual from WHO",
            "OLA received its fog manual from WHO",
        ],
    ),
    (
        "Rosa Vidal was elected president of the council by 14 votes to 9",
        [
            "Rosa Vidal was elected president of the council by 9 votes to 14",
            "Rosa Vidal was elected by the council",
            "The president of the council elected Rosa Vidal",
            "Rosa Vidal was elected by 9 votes",
        ],
    ),
    (
        "WHO voiced concern about attacks by MSI on keepers in Mali",
        [
            "MSI voiced concern about attacks by WHO on keepers in Mali",
            "WHO attacks MSI",
            "MSI attacks keepers in Mali",
            "WHO attacks keepers in Mali",
            "Keepers in Mali voiced concern about attacks by MSI",
        ],
    ),
    (
        "According to Ghana, MSI sold the wreck of the Albatros",
        [
            "MSI sold the wreck of the Albatros",
            "Ghana sold the wreck of the Albatros",
            "According to MSI, Ghana sold the wreck of the Albatros",
        ],
    ),
    (
        "Chile has the smallest fleet of the region; Norway has the largest",
        [
            "Norway has the smallest fleet of the region",
            "Chile has the largest fleet of the region",
            "Chile has the largest",
        ],
    ),
    (
        "With support from Norway, OLA built a pier in Fiji",
        [
            "Norway built a pier in Fiji",
            "With support from OLA, Norway built a pier in Fiji",
            "With support from Fiji, OLA built a pier in Norway",
            "OLA built a pier in Norway",
        ],
    ),
    (
        "An accord between Kenya and Ghana ended the dispute over Lake Tana",
        [
            "The dispute over Lake Tana ended an accord between Kenya and Ghana",
            "Kenya ended the dispute over Lake Tana",
            "An accord between Kenya and Lake Tana ended the dispute over Ghana",
        ],
    ),
    (
        "MSI joined OLA in calling for an audit of GHJA",
        [
            "OLA joined MSI in calling for an audit of GHJA",
            "MSI joined GHJA",
            "GHJA called for an audit of OLA",
            "GHJA joined OLA in calling for an audit of MSI",
        ],
    ),
    (
        "The police of Ghana arrested two pilots of MSI in Accra",
        [
            "Two pilots of MSI arrested the police of Ghana in Accra",
            "The police of MSI arrested two pilots of Ghana in Accra",
            "MSI arrested two pilots in Accra",
            "Ghana arrested MSI",
        ],
    ),
    (
        "Two pilots suspected of theft were freed in Accra",
        [
            "Two pilots were freed of theft in Accra",
            "The theft of two pilots was suspected",
        ],
    ),
    (
        "The crew nearly lost the vessel off Suva",
        [
            "The crew lost the vessel off Suva",
            "The vessel lost the crew off Suva",
            "The vessel nearly lost the crew",
        ],
    ),
    (
        "Rosa Vidal will chair the council from May 2031",
        [
            "Rosa Vidal chairs the council",
            "Rosa Vidal chaired the council from May 2031",
            "Rosa Vidal will chair the council until May 2031",
            "The council will chair Rosa Vidal",
        ],
    ),
    (
        "In a letter to Norway, Fiji thanked OLA for the bells",
        [
            "In a letter to Fiji, Norway thanked OLA for the bells",
            "Norway thanked OLA for the bells",
            "In a letter to OLA, Fiji thanked Norway for the bells",
            "OLA thanked Fiji for the bells",
        ],
    ),
    (
        "OLA opened a depot in Oslo, a school in Bergen and a clinic in Suva",
        [
            "OLA opened a depot in Bergen",
            "OLA opened a school in Suva and a clinic in Oslo",
            "OLA opened a clinic in Oslo",
            "OLA opened a depot in Suva",
            "OLA opened a school in Oslo",
        ],
    ),
    (
        "Eva Holm (OLA), Juan Perez (MSI) and Rosa Vidal (WHO) spoke on fog, ice and storms",
        [
            "Eva Holm (MSI) spoke on fog",
            "Juan Perez of WHO spoke on ice",
            "Rosa Vidal (OLA) spoke on storms",
        ],
    ),
    (
        "12 members voted for the motion of Mali and 7 voted against it",
        [
            "7 members voted for the motion of Mali",
            "12 voted against the motion of Mali",
            "12 members voted against the motion of Mali",
        ],
    ),
    (
        "Ghana bought 4 tugs from Norway for 9 million euros",
        [
            "Norway bought 4 tugs from Ghana for 9 million euros",
            "Ghana bought 9 million tugs",
            "Ghana bought 4 tugs for Norway",
            "Ghana bought 4 million tugs from Norway",
            "Norway bought 4 tugs",
            "Ghana bought 4 tugs from Norway for 4 million euros",
        ],
    ),
    (
        "The council appointed Eva Holm to succeed Juan Perez",
        [
            "The council appointed Juan Perez to succeed Eva Holm",
            "The council appointed Juan Perez",
            "Eva Holm appointed the council",
            "Juan Perez succeeded Eva Holm",
        ],
    ),
    (
        "WHO warned that the dam of Inga could break",
        [
            "The dam of Inga broke",
            "WHO broke the dam of Inga",
            "The dam of Inga could break WHO",
        ],
    ),
    (
        "Kenya committed itself to reducing spills by half by 2035",
        [
            "Kenya reduced spills by half",
            "Kenya reduced spills by 2035",
            "Kenya is reducing spills by half in 2035",
        ],
    ),
    (
        "The mandate of MSI, extended in January 2031, ends in June 2032",
        [
            "The mandate of MSI ended in January 2031",
            "The mandate of MSI was extended in June 2032",
            "The mandate of MSI ends in January 2031",
            "MSI ends in June 2032",
        ],
    ),
    (
        "The secretariat of OLA moved from Oslo to Bergen in February 2031",
        [
            "The secretariat of OLA moved from Bergen to Oslo in February 2031",
            "The secretariat of Oslo moved from OLA to Bergen",
            "The secretariat of OLA moved to Oslo",
            "OLA moved from Oslo to Bergen",
        ],
    ),
    (
        "OLA and WHO jointly trained 20 divers in Chile",
        [
            "OLA trained WHO in Chile",
            "Chile and WHO jointly trained 20 divers",
            "20 divers trained OLA and WHO",
            "20 divers of WHO trained in Chile",
        ],
    ),
    (
        "The seminar discussed how Chile had cut piracy with help from Fiji",
        [
            "Fiji had cut piracy with help from Chile",
            "Fiji had cut piracy",
            "The seminar had cut piracy with help from Fiji",
            "The seminar discussed Fiji",
            "The seminar cut piracy",
        ],
    ),
    (
        "Mali needs 40 tugs and has 12",
        [
            "Mali has 40 tugs and needs 12",
            "Mali has 40 tugs",
            "Mali needs 12 tugs",
            "Mali needs 12",
        ],
    ),
    (
        "Bergen council closed the ferry line to Stord after a fire on the pier",
        [
            "Bergen council closed the pier after a fire on the ferry line to Stord",
            "A fire closed the ferry line to Stord",
            "Bergen council closed the pier",
            "Stord council closed the ferry line to Bergen",
            "The ferry line to Stord was closed before a fire on the pier",
        ],
    ),
    (
        "OLA pays MSI 4,000 euros a year for the use of the Lagos depot",
        [
            "MSI pays OLA 4,000 euros a year",
            "MSI pays OLA for the use of the Lagos depot",
            "OLA pays the Lagos depot 4,000 euros a year",
            "OLA pays MSI 4,000 euros for the Lagos depot",
            "OLA pays 4,000 euros a year to the Lagos depot of MSI",
        ],
    ),
    (
        "Ada Lind, head of the tide office, praised the work of Omar Diallo in Mali",
        [
            "Omar Diallo praised the work of Ada Lind in Mali",
            "Omar Diallo, head of the tide office, praised the work of Ada Lind",
            "Ada Lind praised Omar Diallo, head of the tide office",
            "Ada Lind praised the tide office in Mali",
            "Ada Lind is head of Mali",
        ],
    ),
    (
        "The fee for small boats falls from 30 to 20 euros, that for large ships rises to 80 euros",
        [
            "The fee for small boats rises to 80 euros",
            "The fee for large ships falls from 30 to 20 euros",
            "The fee for small boats falls from 20 to 30 euros",
            "The fee for small boats falls to 30 euros",
            "The fee for small boats falls to 80 euros",
            "The fee for large ships rises from 30 to 80 euros",
        ],
    ),
    (
        "Ghana and Mali want a joint patrol; Chile does not",
        [
            "Chile wants a joint patrol",
            "Ghana does not want a joint patrol",
            "Ghana and Chile want a joint patrol",
            "Mali does not",
        ],
    ),
    (
        "Keepers from Fiji taught pupils of Palau how to mend nets",
        [
            "Keepers from Palau taught pupils of Fiji how to mend nets",
            "Pupils of Palau taught keepers from Fiji how to mend nets",
            "Keepers from Fiji mend nets",
            "Pupils of Fiji mend nets",
            "Fiji taught Palau how to mend nets",
            "Keepers from Fiji taught nets",
        ],
    ),
    (
        "GHJA found fewer wrecks off Chile than off Kenya",
        [
            "GHJA found fewer wrecks off Kenya than off Chile",
            "GHJA found wrecks off Chile",
            "GHJA found fewer wrecks off Kenya",
        ],
    ),
    (
        "The treaty replaces an agreement of 2019 between Norway and Fiji",
        [
            "The treaty between Norway and Fiji replaces an agreement of 2019",
            "An agreement of 2019 replaces the treaty",
            "The treaty of 2019 replaces an agreement between Norway and Fiji",
            "The treaty is between Norway and Fiji",
        ],
    ),
    (
        "WHO blamed the outbreak on water from the port of Accra",
        [
            "WHO blamed the port of Accra",
            "The outbreak blamed WHO",
            "WHO blamed water on the outbreak",
            "The port of Accra blamed the outbreak on WHO",
            "The outbreak is from the port of Accra",
        ],
    ),
    (
        "Two of the nine lamps given by MSI were stolen",
        [
            "Nine of the two lamps given by MSI were stolen",
            "Nine lamps were stolen",
            "Two lamps were stolen by MSI",
            "The nine lamps given by MSI were stolen",
            "Two of the nine lamps were given by MSI",
            "MSI stole two lamps",
        ],
    ),
    (
        "On behalf of OLA, Eva Holm handed Rosa Vidal the key of the museum",
        [
            "Rosa Vidal handed Eva Holm the key of the museum",
            "On behalf of Rosa Vidal, Eva Holm handed OLA the key of the museum",
            "OLA handed Eva Holm the key of the museum",
            "Eva Holm handed OLA the key",
            "On behalf of OLA, Rosa Vidal handed Eva Holm the key of the museum",
        ],
    ),
    (
        "MSI is considering whether to sell its tug to Ghana",
        [
            "MSI is to sell its tug to Ghana",
            "MSI sells its tug to Ghana",
            "Ghana is considering whether to sell its tug to MSI",
            "MSI sold its tug to Ghana",
            "MSI is considering Ghana",
        ],
    ),
    (
        "Omar Diallo, formerly of MSI, now leads the audit of OLA",
        [
            "Omar Diallo of MSI leads the audit of OLA",
            "Omar Diallo leads OLA",
            "Omar Diallo leads MSI",
            "Omar Diallo, formerly of OLA, now leads the audit of MSI",
            "OLA leads the audit of MSI",
        ],
    ),
    (
        "Norway pledged 5 boats for 2032 and delivered 2 in January 2031",
        [
            "Norway delivered 5 boats in January 2031",
            "Norway pledged 2 boats",
            "Norway delivered 2 boats for 2032",
            "Norway delivered 5 boats",
            "Norway pledged 5 boats in January 2031",
        ],
    ),
    (
        "Nobody from Chile attended the drill that OLA ran in Suva",
        [
            "Chile attended the drill that OLA ran in Suva",
            "OLA attended the drill in Suva",
            "Nobody attended the drill that OLA ran in Suva",
            "Nobody from OLA attended the drill that Chile ran in Suva",
            "Chile ran the drill in Suva",
        ],
    ),
    (
        "The handbook on fog by Eva Holm was translated into French by WHO",
        [
            "The handbook on fog by WHO was translated into French by Eva Holm",
            "The handbook on fog was translated into French by Eva Holm",
            "WHO translated Eva Holm into French",
            "Eva Holm translated the handbook on fog into French",
            "The handbook on fog by WHO was translated into French",
        ],
    ),
    (
        "The jury gave the first prize to Palau and the second to Fiji",
        [
            "The jury gave the first prize to Fiji",
            "The jury gave the second to Palau",
            "The jury gave the first prize to Fiji and the second to Palau",
            "Palau gave the first prize to the jury",
            "Fiji gave the first prize to Palau",
        ],
    ),
]
"""Sentences that their line does not say, each made of the words of the line."""

TRUE: list[tuple[str, list[str]]] = [
    (
        "OLA sent two pilots to Tromsø instead of MSI",
        [
            "Two pilots were sent to Tromsø by OLA instead of MSI",
            "OLA sent two pilots to Tromsø instead of MSI",
        ],
    ),
    (
        "All members except Norway signed the Tide Charter",
        [
            "All members except Norway signed the Tide Charter",
        ],
    ),
    (
        "MSI will open the depot if Kenya pays its share",
        [
            "MSI will open the depot if Kenya pays its share",
            "The depot will be opened by MSI if Kenya pays its share",
        ],
    ),
    (
        "WHO plans to publish a handbook on ice watch in March 2031",
        [
            "In March 2031, WHO plans to publish a handbook on ice watch",
            "WHO is planning to publish a handbook on ice watch in March 2031",
        ],
    ),
    (
        "GHJA is to begin a survey of harbour lights in Mali",
        [
            "In Mali, GHJA is to begin a survey of harbour lights",
            "A survey of harbour lights in Mali is to be begun by GHJA",
        ],
    ),
    (
        "Most ports of Chile tested the new buoys",
        [
            "The new buoys were tested by most ports of Chile",
        ],
    ),
    (
        "Several pilots from Ghana took part in a drill led by OLA",
        [
            "Several pilots from Ghana took part in the drill led by OLA",
        ],
    ),
    (
        "Kenya has more lighthouses than Ghana",
        [
            "Kenya has more lighthouses than Ghana",
        ],
    ),
    (
        "Repairs in Oslo cost less than repairs in Lagos",
        [
            "Repairs in Oslo cost less than repairs in Lagos",
        ],
    ),
    (
        "MSI has run the tide office since 2024",
        [
            "Since 2024, MSI has run the tide office",
            "The tide office has been run by MSI since 2024",
        ],
    ),
    (
        "GHJA ran the signal school until May 2029",
        [
            "Until May 2029, GHJA ran the signal school",
        ],
    ),
    (
        "The network is to cover 40 harbours by 2030",
        [
            "By 2030, the network is to cover 40 harbours",
        ],
    ),
    (
        "Norway gave 3 million euros to the beacon fund and 20 thousand lamps to Fiji",
        [
            "Norway gave 20 thousand lamps to Fiji",
        ],
    ),
    (
        "Traffic rose by 12 per cent in Ghana and fell by 7 per cent in Mali",
        [
            "In Ghana, traffic rose by 12 per cent",
            "Traffic fell by 7 per cent in Mali",
            "Traffic rose by 12 per cent in Ghana, while it fell by 7 per cent in Mali",
        ],
    ),
    (
        "A Kenyan engineer repaired the lamp in Ghana",
        [
            "The lamp in Ghana was repaired by a Kenyan engineer",
        ],
    ),
    (
        "Former OLA director Ada Lind opened the exhibition in Oslo",
        [
            "The exhibition in Oslo was opened by former OLA director Ada Lind",
            "In Oslo, former OLA director Ada Lind opened the exhibition",
        ],
    ),
    (
        "The storm led to the closure of the harbour of Bergen",
        [
            "The storm led to the closure of the harbour of Bergen",
        ],
    ),
    (
        "Fiji was the first island to join the Tide Charter; Palau was the last",
        [
            "Fiji was the first island to join the Tide Charter",
            "The first island to join the Tide Charter was Fiji",
        ],
    ),
    (
        "Ada Lind said that Kenya needs new buoys; Omar Diallo said that Ghana needs pilots",
        [
            "Ada Lind said that Kenya needs new buoys",
            "Omar Diallo said Ghana needs pilots",
        ],
    ),
    (
        "OLA Director Lind (24 January 2031): “we do not believe that the code protects keepers”",
        [
            "OLA Director Lind said “we do not believe that the code protects keepers” on 24 January 2031",
        ],
    ),
    (
        "WHO, which was founded by MSI, trained keepers in Chile",
        [
            "WHO trained keepers in Chile",
            "Keepers in Chile were trained by WHO",
        ],
    ),
    (
        "MSI met the minister who had signed the Oslo Accord with Ghana",
        [
            "MSI met the minister who had signed the Oslo Accord with Ghana",
        ],
    ),
    (
        "The committee adopted the draft guidelines on fog signals",
        [
            "The draft guidelines on fog signals were adopted by the committee",
        ],
    ),
    (
        "The assembly rejected a proposal by Norway to move the seat to Bergen",
        [
            "A proposal by Norway to move the seat to Bergen was rejected by the assembly",
        ],
    ),
    (
        "Mali asked OLA to train 15 keepers",
        [
            "OLA was asked by Mali to train 15 keepers",
            "Mali asked OLA to train 15 keepers",
        ],
    ),
    (
        "Fiji offered to host the next session",
        [
            "Fiji has offered to host the next session",
        ],
    ),
    (
        "3 February 2031: OLA held a drill in Accra with WHO (3 Feb)",
        [
            "On 3 February 2031, OLA held a drill in Accra with WHO",
        ],
    ),
    (
        "Visits: 1,200 in January 2031 and 900 in February 2031",
        [
            "There were 1,200 visits in January 2031 and 900 in February 2031",
        ],
    ),
    (
        "The drill in Fiji took place before the session in Palau",
        [
            "Before the session in Palau, the drill in Fiji took place",
        ],
    ),
    (
        "Ghana agreed with Mali that OLA should lead the survey",
        [
            "Ghana agreed with Mali that OLA should lead the survey",
        ],
    ),
    (
        "Only Chile and Fiji paid their dues",
        [
            "Only Chile and Fiji paid dues",
        ],
    ),
    (
        "Part of the quay at Oslo was closed in January 2031",
        [
            "In January 2031, part of the quay at Oslo was closed",
        ],
    ),
    (
        "OLA helped MSI to draft the pilot code",
        [
            "MSI was helped by OLA to draft the pilot code",
        ],
    ),
    (
        "Kenya opposed the plan of Ghana to close the signal school",
        [
            "The plan of Ghana to close the signal school was opposed by Kenya",
        ],
    ),
    (
        "At least 30 boats of Mali were lost and nearly 200 keepers were rescued by OLA",
        [
            "At least 30 boats of Mali were lost",
            "OLA rescued nearly 200 keepers",
        ],
    ),
    (
        "Palau became a member of the council; Fiji became an observer",
        [
            "Palau became a member of the council",
            "Fiji became an observer",
        ],
    ),
    (
        "Kenya left the council after Ghana had joined it",
        [
            "Kenya left the council after Ghana had joined it",
        ],
    ),
    (
        "Each of the 12 ports received 3 pilot boats",
        [
            "Each of the 12 ports received 3 pilot boats",
        ],
    ),
    (
        "Deputy minister Rosa Vidal met OLA chair Ada Lind in Accra",
        [
            "In Accra, deputy minister Rosa Vidal met OLA chair Ada Lind",
        ],
    ),
    (
        "MSI hopes to restore the Bergen beacon",
        [
            "MSI hopes to restore the Bergen beacon",
        ],
    ),
    (
        "The assembly called on Ghana to ratify the Tide Charter",
        [
            "The assembly called on Ghana to ratify the Tide Charter",
        ],
    ),
    (
        "The report by WHO on the work of MSI was published by OLA",
        [
            "OLA published the report by WHO on the work of MSI",
        ],
    ),
    (
        "The number of keepers in Chile rose from 200 to 350",
        [
            "In Chile, the number of keepers rose from 200 to 350",
        ],
    ),
    (
        "OLA denied that MSI had lost the register",
        [
            "OLA denied that MSI had lost the register",
        ],
    ),
    (
        "Half of the keepers of Palau speak French",
        [
            "Half of the keepers of Palau speak French",
        ],
    ),
    (
        "Norway invited Fiji to a workshop of MSI",
        [
            "Fiji was invited by Norway to a workshop of MSI",
        ],
    ),
    (
        "Ada Lind was named adviser to the director of OLA",
        [
            "Ada Lind was named adviser to the director of OLA",
        ],
    ),
    (
        "Kenya or Ghana hosts the regatta in Mombasa",
        [
            "Kenya or Ghana hosts the regatta in Mombasa",
            "In Mombasa, Kenya or Ghana hosts the regatta",
        ],
    ),
    (
        "WHO cancelled a workshop on fog in Suva on 3 February 2031",
        [
            "A workshop on fog in Suva on 3 February 2031 was cancelled by WHO",
            "On 3 February 2031, WHO cancelled a workshop on fog in Suva",
        ],
    ),
    (
        "Dues rose by 12 euros to 90 euros",
        [
            "Dues rose by 12 euros",
        ],
    ),
    (
        "Eva Holm of OLA met Juan Perez of MSI in Oslo",
        [
            "In Oslo, Eva Holm of OLA met Juan Perez of MSI",
            "Eva Holm met Juan Perez in Oslo",
            "Eva Holm of OLA met Juan Perez",
        ],
    ),
    (
        "Norway lent a ship to Fiji for a survey of reefs",
        [
            "A ship was lent to Fiji by Norway",
            "Norway lent a ship to Fiji",
        ],
    ),
    (
        "OLA received an award from WHO for its fog manual",
        [
            "OLA received an award from WHO",
        ],
    ),
    (
        "Rosa Vidal was elected president of the council by 14 votes to 9",
        [
            "Rosa Vidal was elected president of the council",
            "By 14 votes to 9, Rosa Vidal was elected president of the council",
        ],
    ),
    (
        "WHO voiced concern about attacks by MSI on keepers in Mali",
        [
            "Concern about attacks by MSI on keepers in Mali was voiced by WHO",
        ],
    ),
    (
        "According to Ghana, MSI sold the wreck of the Albatros",
        [
            "According to Ghana, MSI sold the wreck of the Albatros",
        ],
    ),
    (
        "Chile has the smallest fleet of the region; Norway has the largest",
        [
            "Chile has the smallest fleet of the region",
            "Norway has the largest",
        ],
    ),
    (
        "With support from Norway, OLA built a pier in Fiji",
        [
            "In Fiji, OLA built a pier with support from Norway",
            "OLA built a pier in Fiji",
        ],
    ),
    (
        "MSI joined OLA in calling for an audit of GHJA",
        [
            "MSI joined OLA in calling for an audit of GHJA",
        ],
    ),
    (
        "The police of Ghana arrested two pilots of MSI in Accra",
        [
            "Two pilots of MSI were arrested in Accra by the police of Ghana",
            "In Accra, the police of Ghana arrested two pilots of MSI",
        ],
    ),
    (
        "Two pilots suspected of theft were freed in Accra",
        [
            "In Accra, two pilots suspected of theft were freed",
        ],
    ),
    (
        "Rosa Vidal will chair the council from May 2031",
        [
            "From May 2031, Rosa Vidal will chair the council",
        ],
    ),
    (
        "OLA opened a depot in Oslo, a school in Bergen and a clinic in Suva",
        [
            "OLA opened a depot in Oslo",
            "OLA opened a school in Bergen and a clinic in Suva",
            "In Oslo, OLA opened a depot",
        ],
    ),
    (
        "Eva Holm (OLA), Juan Perez (MSI) and Rosa Vidal (WHO) spoke on fog, ice and storms",
        [
            "Eva Holm, Juan Perez and Rosa Vidal spoke on fog, ice and storms",
        ],
    ),
    (
        "12 members voted for the motion of Mali and 7 voted against it",
        [
            "12 members voted for the motion of Mali",
        ],
    ),
    (
        "Ghana bought 4 tugs from Norway for 9 million euros",
        [
            "For 9 million euros, Ghana bought 4 tugs from Norway",
            "Ghana bought 4 tugs from Norway",
            "4 tugs were bought from Norway by Ghana",
        ],
    ),
    (
        "WHO warned that the dam of Inga could break",
        [
            "WHO warned that the dam of Inga could break",
        ],
    ),
    (
        "Kenya committed itself to reducing spills by half by 2035",
        [
            "Kenya committed itself to reducing spills by half by 2035",
        ],
    ),
    (
        "The mandate of MSI, extended in January 2031, ends in June 2032",
        [
            "The mandate of MSI ends in June 2032",
        ],
    ),
    (
        "The secretariat of OLA moved from Oslo to Bergen in February 2031",
        [
            "In February 2031, the secretariat of OLA moved from Oslo to Bergen",
            "The secretariat of OLA moved to Bergen",
        ],
    ),
    (
        "OLA and WHO jointly trained 20 divers in Chile",
        [
            "20 divers were jointly trained in Chile by OLA and WHO",
            "In Chile, OLA and WHO jointly trained 20 divers",
        ],
    ),
    (
        "The seminar discussed how Chile had cut piracy with help from Fiji",
        [
            "The seminar discussed how Chile had cut piracy",
        ],
    ),
    (
        "Mali needs 40 tugs and has 12",
        [
            "Mali needs 40 tugs",
        ],
    ),
    (
        "Bergen council closed the ferry line to Stord after a fire on the pier",
        [
            "After a fire on the pier, Bergen council closed the ferry line to Stord",
            "The ferry line to Stord was closed by Bergen council after a fire on the pier",
            "Bergen council closed the ferry line to Stord",
        ],
    ),
    (
        "OLA pays MSI 4,000 euros a year for the use of the Lagos depot",
        [
            "OLA pays MSI 4,000 euros a year",
        ],
    ),
    (
        "Ada Lind, head of the tide office, praised the work of Omar Diallo in Mali",
        [
            "Ada Lind praised the work of Omar Diallo in Mali",
            "Ada Lind is head of the tide office",
            "The work of Omar Diallo in Mali was praised by Ada Lind",
        ],
    ),
    (
        "The fee for small boats falls from 30 to 20 euros, that for large ships rises to 80 euros",
        [
            "The fee for small boats falls from 30 to 20 euros",
        ],
    ),
    (
        "Ghana and Mali want a joint patrol; Chile does not",
        [
            "Ghana and Mali want a joint patrol",
            "Chile does not",
        ],
    ),
    (
        "Keepers from Fiji taught pupils of Palau how to mend nets",
        [
            "Pupils of Palau were taught by keepers from Fiji how to mend nets",
            "Keepers from Fiji taught pupils of Palau how to mend nets",
        ],
    ),
    (
        "GHJA found fewer wrecks off Chile than off Kenya",
        [
            "GHJA found fewer wrecks off Chile than off Kenya",
        ],
    ),
    (
        "The treaty replaces an agreement of 2019 between Norway and Fiji",
        [
            "The treaty replaces an agreement between Norway and Fiji",
            "The treaty replaces an agreement of 2019 between Norway and Fiji",
        ],
    ),
    (
        "WHO blamed the outbreak on water from the port of Accra",
        [
            "WHO blamed the outbreak on water from the port of Accra",
        ],
    ),
    (
        "Two of the nine lamps given by MSI were stolen",
        [
            "Two of the nine lamps given by MSI were stolen",
        ],
    ),
    (
        "MSI is considering whether to sell its tug to Ghana",
        [
            "MSI is considering whether to sell its tug",
        ],
    ),
    (
        "Omar Diallo, formerly of MSI, now leads the audit of OLA",
        [
            "Omar Diallo now leads the audit of OLA",
        ],
    ),
    (
        "Norway pledged 5 boats for 2032 and delivered 2 in January 2031",
        [
            "Norway pledged 5 boats for 2032",
        ],
    ),
    (
        "Nobody from Chile attended the drill that OLA ran in Suva",
        [
            "Nobody from Chile attended the drill that OLA ran",
        ],
    ),
    (
        "The handbook on fog by Eva Holm was translated into French by WHO",
        [
            "The handbook on fog by Eva Holm was translated into French",
        ],
    ),
    (
        "The jury gave the first prize to Palau and the second to Fiji",
        [
            "The first prize was given to Palau by the jury and the second to Fiji",
            "The jury gave the first prize to Palau",
        ],
    ),
]
"""Sentences that say what their line says."""
