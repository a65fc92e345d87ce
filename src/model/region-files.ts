// The three files of config/regions, as they are written: names under codes, names before under the codes they went into.
import { z } from 'zod'

/** First words of a full name, longest first: what kind of unit it is. */
export const regionKinds = ['Thành phố', 'Thị trấn', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã'] as const

const fullName = z.string().regex(new RegExp(`^(${regionKinds.join('|')}) \\S`), 'a full name such as "Xã Bính Xá"')
const provinceCode = z.string().regex(/^\d{2}$/, 'a province code of two digits')
const communeCode = z.string().regex(/^\d{5}$/, 'a commune code of five digits')
const slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower-case letters and hyphens')

/** provinces.json: the provinces of today, and those before with the code each went into. */
export const provinceFileSchema = z.strictObject({
  validFrom: z.iso.date(),
  provinces: z.record(provinceCode, fullName),
  before: z.record(slug, z.tuple([fullName, provinceCode])),
  /** English names that are more than the Vietnamese one without its marks. */
  english: z.record(z.string(), z.string()),
})

/** communes.json: province code, then commune code, then full name. */
export const communeFileSchema = z.strictObject({
  communes: z.record(provinceCode, z.record(communeCode, fullName)),
})

/** succession.json: which communes a district consisted of, and what each commune of today was made of. */
export const successionFileSchema = z.strictObject({
  districts: z.record(slug, z.record(fullName, z.array(fullName).min(1))),
  /** Province before, then commune code of today: units that went in whole, then units of which a part did. */
  communes: z.record(slug, z.record(communeCode, z.array(z.array(fullName)).min(1).max(2))),
})

/** aliases.json: other names of a region by its code, also in other scripts. */
export const aliasFileSchema = z.record(z.string(), z.array(z.string().min(2)).min(1))

export type RegionFiles = {
  readonly provinces: z.output<typeof provinceFileSchema>
  readonly communes: z.output<typeof communeFileSchema>
  readonly succession: z.output<typeof successionFileSchema>
}
