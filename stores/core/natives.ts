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
    const { get, value } = Object.getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor;
    return call.bind(get ?? value);
  }) as { [I in keyof K]: Method };
}

export const [exec] = methods(RegExp, 'exec');
