/**
 * Jest runs tests in a realm of their own. The errors of Node's own modules and of native ones come from outside of it:
 * they are errors all the same, as they are to everyone who runs Kith.
 */
import { types } from 'node:util'

const isInstance = Function.prototype[Symbol.hasInstance]

Object.defineProperty(Error, Symbol.hasInstance, {
  value(error) {
    return isInstance.call(this, error) || (this === Error && types.isNativeError(error))
  },
})
