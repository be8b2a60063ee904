const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject"])\n'

/** A graph with many federation features, for generated operations. Every entity has the key `id`. */
export const GARDEN: Readonly<Record<string, string>> = {
  plants: `${LINK}
    type Query { plants(first: Int = 3, kind: Kind): [Plant!]! plant(id: ID!): Plant tree: Tree anything: [Anything] maybe: [[Plant]] }
    interface Plant @key(fields: "id") { id: ID! name: String height: Float! parent: Plant }
    type Tree implements Plant @key(fields: "id") { id: ID! name: String height: Float! parent: Plant rings: Int! size: Size @shareable }
    type Herb implements Plant @key(fields: "id") { id: ID! name: String height: Float! parent: Plant smell: String bed: Bed }
    type Size @shareable { wide: Int high: Int! }
    type Bed @key(fields: "id") { id: ID! plants: [Plant!] }
    type Stone { weight: Int text: String }
    union Anything = Tree | Herb | Stone
    enum Kind { TREE HERB OTHER }`,
  care: `${LINK}
    type Query { due(in: Due): [Plant!] gardener(id: ID!): Gardener }
    type Plant @key(fields: "id") @interfaceObject { id: ID! height: Float! @external water(unit: String = "l"): Int by: Gardener effort: Int @requires(fields: "height") twin: Plant! }
    type Gardener @key(fields: "id") { id: ID! name: String! likes: [Plant!] boss: Gardener }
    input Due { days: Int! who: [ID!] deep: Due }`,
  shop: `${LINK}
    type Query { offers: [Offer!]! today: Offer @provides(fields: "tree { size { wide } }") }
    type Offer { price: Int! tree: Tree herb: Herb any: Wanted tags: [String!]! }
    union Wanted = Tree | Bed
    type Tree @key(fields: "id") { id: ID! rings: Int! @external size: Size @external value: Int @requires(fields: "rings size { high }") cut: Tree }
    type Herb @key(fields: "id") { id: ID! taste: String! fresh: Boolean! }
    type Bed @key(fields: "id") { id: ID! rent: Int! value: Int @requires(fields: "soil") soil: Soil @external }
    type Size { wide: Int @shareable high: Int! @shareable }
    enum Soil { CLAY SAND }`,
  soil: `${LINK}
    type Bed @key(fields: "id") { id: ID! soil: Soil wet: Int! near: [Bed] owner: Gardener }
    type Gardener @key(fields: "id") { id: ID! beds(first: Int, after: String): [Bed!]! wage: Int }
    enum Soil { CLAY SAND }`,
}
