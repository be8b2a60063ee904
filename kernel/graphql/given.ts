/** An object of the schema as a resolver may give it: a field may be a function, which GraphQL calls when somebody asks for the field. */
export type Given<T> = {
  readonly [Field in keyof T]-?: T[Field] | ((args: never, context: never) => T[Field] | Promise<T[Field]>)
}

/** The resolvers of types that other subgraphs refer to. */
export type References<Types extends string, Context> = {
  readonly [Type in Types]: {
    readonly __resolveReference: (reference: { readonly id: string }, context: Context) => unknown
  }
}
