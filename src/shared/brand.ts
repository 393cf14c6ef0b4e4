declare const brand: unique symbol;

/** A number that may not be mixed with a number of another unit. Costs nothing at run time. */
export type Branded<Base, Unit extends string> = Base & { readonly [brand]: Unit };
