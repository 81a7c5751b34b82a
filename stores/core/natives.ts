/** The platform's own methods as plain functions, taken hold of before a script of the page could replace them. */

// biome-ignore lint/suspicious/noExplicitAny: any method of the platform, as a function of its receiver
export type Method = (self: unknown, ...rest: any[]) => any;

const { call } = Function.prototype;

/** Methods and getters of a type, to be called with their receiver first: `const [slice] = methods(String, 'slice')`. */
export function methods<K extends string[]>(
  { prototype }: { prototype: object },
  ...keys: K
): { [I in keyof K]: Method } {
  return keys.map((key) => {
    const found = Object.getOwnPropertyDescriptor(prototype, key);
    return call.bind(found?.get ?? found?.value);
  }) as { [I in keyof K]: Method };
}
