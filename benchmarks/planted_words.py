# ruff: noqa: E501 - wordings read best one a line
"""Wordings for planted cases: events that can be told in many ways, things said beside them, and ways of crediting a source.

Every wording of an event holds its slots; one slot is the ``value`` about which sources may differ.
"""

PLACES = [
    "Velgrad", "Port Amsel", "Kirowa", "Tannborough", "Ostrava Bay", "Lemuru", "Dahran Hills", "Qasr Nadim", "Brennick", "Sul Mirim",
    "Haldan", "Mbare Point", "Novy Kamen", "Irabela", "Castle Moy", "Zarin", "Pellworth", "Otaru Flats", "Gharbiya", "Linden Falls",
]  # fmt: skip
FIRMS = [
    "Orvane Metals", "Tessaly Group", "Kesterline", "Bramwell Logistics", "Noor Cement", "Halvard Shipping", "Pactolus Bank", "Sarnia Foods",
    "Delmar Energy", "Quillon Works", "Yarrow Chemicals", "Vintar Holdings", "Ambrel Mining", "Corvo Textiles", "Straub Rail", "Mendoza Grain",
]  # fmt: skip
STATES = [
    "Kenya",
    "Peru",
    "Vietnam",
    "Jordan",
    "Georgia",
    "Ghana",
    "Bolivia",
    "Morocco",
    "Mongolia",
    "Tunisia",
    "Laos",
    "Senegal",
]
SOURCES = [
    "the Ministry of Health", "the Port Authority", "the Red Cross", "the National Statistics Office", "the Teamsters Union", "Amnesty International",
    "the Water Commission", "the Civil Defence Agency", "Governor Ilse Marwick", "the Farmers' League", "the Audit Chamber", "Transparency Watch",
    "the Coast Guard", "Mayor Tomas Reyk", "the Central Bank", "the Geological Survey", "Doctors Without Borders", "the Energy Regulator",
    "the Customs Directorate", "Human Rights Watch", "the Election Commission", "Judge Amina Sowe", "the Miners' Federation", "the Institute for Public Safety",
    "the Chamber of Commerce", "General Pavel Orlin", "the Drought Monitor", "the Border Police", "the World Food Programme", "the Fire Brigade",
]  # fmt: skip
OUTLETS = [
    "Harbour Gazette", "The Meridian", "Northern Ledger", "Valley Post", "Daily Compass", "Eastern Courier", "Capital Observer", "Plainsman",
    "Blue River News", "The Lantern", "Summit Review", "Coastline Weekly", "Tribune of the South", "Signal Wire", "Granite Times", "Open Desk",
]  # fmt: skip

# One event a row: its kind of claim, subject and unit as a reader would give them, the values it takes, its wordings.
EVENTS = [
    ("figure", "people killed in the collapse of the {thing} in {place}", "people", [7, 11, 14, 19, 23, 31, 46, 58], ["market hall", "footbridge", "grandstand", "silo", "apartment block"], [
        "{value} people were killed when the {thing} in {place} collapsed.",
        "The collapse of the {thing} in {place} killed {value} people.",
        "At {place}, {value} people died as the {thing} came down.",
        "The {thing} in {place} gave way, and {value} people lost their lives.",
        "In {place}, the death toll from the fallen {thing} reached {value} people.",
    ]),
    ("figure", "{thing} sold by {firm} to {state}", "{thing}", [120, 340, 560, 900, 1500, 2600, 4200], ["drones", "generators", "tractors", "pumps", "radar sets"], [
        "{firm} sold {value} {thing} to {state}.",
        "{value} {thing} were sold to {state} by {firm}.",
        "{state} bought {value} {thing} from {firm}.",
        "{firm} delivered {value} {thing} to buyers in {state}.",
        "{state} took delivery of {value} {thing} made by {firm}.",
    ]),
    ("figure", "protesters who marched in {place} against {thing}", "people", [1200, 3500, 8000, 15000, 27000, 40000], ["the water tariff", "the mining permit", "the pension cut", "the new dam", "the curfew"], [
        "{value} people marched through {place} against {thing}.",
        "In {place}, {value} demonstrators protested against {thing}.",
        "A protest against {thing} drew {value} people in {place}.",
        "{thing_c} brought {value} protesters onto the streets of {place}.",
        "{value} people took part in the march in {place} to oppose {thing}.",
    ]),
    ("figure", "loss of {firm} from {thing}", "USD", [12e6, 35e6, 80e6, 140e6, 260e6, 410e6], ["the refinery fire", "the port strike", "the data breach", "the flood", "the recall"], [
        "{firm} lost {value} because of {thing}.",
        "{thing_c} cost {firm} {value}.",
        "Losses of {firm} from {thing} came to {value}.",
        "The damage to {firm} caused by {thing} reached {value}.",
        "{value} was the bill {firm} faced for {thing}.",
    ]),
    ("figure", "families displaced by {thing} near {place}", "families", [85, 150, 240, 390, 700, 1250], ["the landslide", "the shelling", "the flood", "the wildfire", "the eviction order"], [
        "{thing_c} near {place} displaced {value} families.",
        "{value} families were displaced by {thing} near {place}.",
        "Near {place}, {value} families fled {thing}.",
        "{thing_c} drove {value} families from their homes near {place}.",
        "{value} families near {place} had to leave home because of {thing}.",
    ]),
    ("figure", "fall of the water level of the {thing} reservoir at {place}", "percent", [9, 17, 26, 38, 47, 62], ["Upper", "Lower", "Eastern", "Old", "Great"], [
        "The water level of the {thing} reservoir at {place} has fallen by {value}.",
        "The {thing} reservoir at {place} has lost {value} of its water.",
        "At {place}, the {thing} reservoir shrank by {value}.",
        "Water in the {thing} reservoir at {place} dropped {value}.",
        "The {thing} reservoir, at {place}, is down by {value}.",
    ]),
    ("statement", "", "", ["3 March", "9 April", "17 June", "24 August", "2 October", "28 November"], ["the bauxite mine", "the ferry terminal", "the sugar mill", "the border bridge", "the power station"], [
        "{thing_c} at {place} was shut down on {value}.",
        "On {value}, the authorities closed {thing} at {place}.",
        "{thing_c} at {place} ceased work on {value}.",
        "Operations at {thing} at {place} were halted on {value}.",
        "{place} saw the closure of {thing} on {value}.",
    ]),
    ("statement", "", "", [""], ["toxic waste", "unsold vaccines", "stolen timber", "expired fuel", "smuggled ivory"], [
        "{firm} secretly shipped {thing} to {state}.",
        "{thing_c} was covertly sent to {state} by {firm}.",
        "{firm} has been sending {thing} to {state} in secret.",
        "Secret consignments of {thing} went from {firm} to {state}.",
        "{state} secretly received {thing} from {firm}.",
    ]),
    ("statement", "", "", [""], ["judges", "customs officers", "election clerks", "safety inspectors", "tax auditors"], [
        "{firm} bribed {thing} in {place}.",
        "{thing_c} in {place} were bribed by {firm}.",
        "In {place}, {thing} took bribes from {firm}.",
        "{firm} paid kickbacks to {thing} in {place}.",
        "Bribes from {firm} went to {thing} in {place}.",
    ]),
    ("statement", "", "", [""], ["the tailings dam", "the pipeline", "the old tannery", "the fertiliser plant", "the landfill"], [
        "{thing_c} poisoned the drinking water of {place}.",
        "The drinking water of {place} was contaminated by {thing}.",
        "Leaks from {thing} polluted drinking water in {place}.",
        "{thing_c} has contaminated the water people drink in {place}.",
        "In {place}, drinking water was fouled by {thing}.",
    ]),
]  # fmt: skip

# Said beside the event in the passage where it first stands; a copy takes them along, an independent account has others.
BESIDE = [
    "Rescue teams worked through the night with borrowed lamps.", "The mayor's office opened a hotline for relatives.", "A parliamentary inquiry will begin next week.",
    "Shops along the main road stayed shut.", "Insurance assessors have asked for the maintenance logs.", "Two ministers cut short a trip abroad.", "Schools in the district moved lessons online.",
    "Lawyers for the residents filed a complaint.", "An emergency fund was set up by the council.", "The regional court sealed the archive.", "Neighbours brought blankets and hot soup.",
    "Satellite pictures show trucks waiting at the gate.", "A similar case came before the tribunal a decade ago.", "The opposition called for the director to step down.", "Fishermen complained about the smell for weeks.",
    "Engineers had warned about rust in the supports.", "Share trading was paused before noon.", "Volunteers handed out bottled water near the stadium.", "Bus services were rerouted around the square.",
    "The contract had been extended without a tender.", "Prosecutors seized laptops and ledgers.", "A second inspection is due in the autumn.", "Church bells rang at dusk.", "Hotels in the old town offered free rooms.",
]  # fmt: skip
FILLER = [
    "The annual book fair in {place} opens in May.", "Ticket prices for the {place} tram will not change this year.", "{firm} named a new head of marketing.", "A football club from {place} won its third match in a row.",
    "Tourism in {state} recovered after the rains.", "A documentary about fishing villages premiered in {place}.", "{firm} moved its offices to {place}.", "The chess federation of {state} elected a board.",
    "A bakery in {place} celebrated its centenary.", "New street lamps were installed in {place}.", "The museum of {place} lent a mosaic to {state}.", "Apple growers in {state} expect an average harvest.",
]  # fmt: skip
CREDITED = [
    "According to {source}, {clause}.", "{source_c} said that {clause}.", "{clause_c}, {source} said.", "{source_c} reported that {clause}.", "{clause_c}, according to {source}.",
    "{source_c} stated that {clause}.", "{source_c} announced that {clause}.", "As {source} put it in a statement, {clause}.",
]  # fmt: skip
CHAINED = [
    "According to {source}, cited by {carrier}, {clause}.", "{carrier}, citing {source}, reported that {clause}.", "{carrier} reported that, according to {source}, {clause}.",
]  # fmt: skip
DENIED = [
    "{source_c} denied that {clause}.", "{source_c} rejected the claim that {clause}.", "{source_c} has denied reports that {clause}.", "{source_c} dismissed as false the allegation that {clause}.",
]  # fmt: skip
FIRST_HAND = [
    "Our reporters verified this on the spot.",
    "Our correspondent saw the records.",
    "We reviewed the documents ourselves.",
    "Our own count, made at the scene, is the basis of this report.",
]
# A copyist's pen: what he puts for what he finds.
REWORD = {
    "people were killed": "persons died", "killed": "claimed the lives of", "sold": "supplied", "delivered": "shipped", "bought": "purchased", "marched through": "walked through",
    "displaced": "uprooted", "lost": "suffered losses of", "has fallen by": "has dropped by", "shrank by": "contracted by", "was shut down": "was closed", "closed": "shut", "secretly": "covertly",
    "shipped": "delivered", "bribed": "paid bribes to", "poisoned": "contaminated", "polluted": "fouled", "contaminated": "polluted", "drew": "attracted", "families": "households", "cost": "set back",
    "worked through the night": "laboured all night", "opened a hotline": "set up a phone line", "will begin": "is to start", "stayed shut": "remained closed", "asked for": "requested", "cut short": "broke off",
    "moved lessons": "shifted classes", "filed a complaint": "lodged a complaint", "was set up": "was created", "sealed": "locked", "brought": "carried", "waiting": "queuing", "called for": "demanded that",
    "warned about": "cautioned about", "was paused": "was suspended", "handed out": "distributed", "were rerouted": "were diverted", "had been extended": "had been prolonged", "seized": "confiscated",
    "is due": "is expected", "offered": "provided", "demonstrators": "protesters", "came down": "fell", "gave way": "failed", "death toll": "number of dead", "ceased work": "stopped working", "halted": "suspended",
    "in secret": "covertly", "received": "obtained", "kickbacks": "bribes", "took bribes": "accepted bribes", "consignments": "shipments", "took delivery of": "received", "fled": "escaped",
}  # fmt: skip
