// Stop words: folded words that stand in any text and tell no claim from another.

const english =
  'a an the and or but if of at by for with about into to from in on off over under as is am are was were be been being ' +
  'do does did doing have has had having will would shall should can could may might must i you he she it we they me him ' +
  'her us them my your his its our their this that these those who whom which what when where why how not no nor so than ' +
  'too very s t re ve ll d m just now here there out up down all any both each more most other some such only own same ' +
  'then once again also one says said say'
const vietnamese =
  'la va cua co cho duoc cac nhung mot khong da dang se nay do thi ma voi tu den tai trong ngoai tren duoi ve bi boi vi nen ' +
  'khi neu hay hoac cung con rat ra vao len xuong lai roi nhu theo de deu chi o nhe nha a oi day kia ay cai con nguoi viec'
const chinese =
  '的 了 在 是 和 与 及 或 也 都 就 而 被 把 对 从 到 于 为 以 其 这 那 有 将 会 个 等 中 上 下 我 你 他 她 它 们'

export const stopWords: ReadonlySet<string> = new Set(`${english} ${vietnamese} ${chinese}`.split(' '))
