// Whatever the stand-in does not have throws when touched: nothing is silently pretended.

/** Wraps an object so that an unknown member is a loud fault instead of `undefined`. */
export const strict = (name, target) =>
  new Proxy(target, {
    get(object, member, receiver) {
      if (member in object || typeof member === 'symbol' || member === 'then')
        return Reflect.get(object, member, receiver);
      throw new Error(`stand-in: ${name}.${String(member)} is not there`);
    },
  });
