// The seven core human-rights treaties that the plans name, by OHCHR's committee codes.

export const conventionIds = ['ccpr', 'cescr', 'cedaw', 'cerd', 'crc', 'crpd', 'cat'] as const
export type ConventionId = (typeof conventionIds)[number]

/** What everybody calls a convention: its abbreviation, its name and a short name for charts and chips. */
export type ConventionName = {
  readonly id: ConventionId
  readonly abbreviation: string
  readonly vi: string
  readonly en: string
  readonly shortVi: string
  readonly shortEn: string
  /** Year in which Viet Nam became a party. */
  readonly partySince: number
}

export const conventions: Readonly<Record<ConventionId, ConventionName>> = {
  ccpr: {
    id: 'ccpr',
    abbreviation: 'ICCPR',
    vi: 'Công ước quốc tế về các quyền dân sự và chính trị',
    en: 'International Covenant on Civil and Political Rights',
    shortVi: 'Dân sự, chính trị',
    shortEn: 'Civil and political',
    partySince: 1982,
  },
  cescr: {
    id: 'cescr',
    abbreviation: 'ICESCR',
    vi: 'Công ước quốc tế về các quyền kinh tế, xã hội và văn hóa',
    en: 'International Covenant on Economic, Social and Cultural Rights',
    shortVi: 'Kinh tế, xã hội, văn hóa',
    shortEn: 'Economic, social, cultural',
    partySince: 1982,
  },
  cedaw: {
    id: 'cedaw',
    abbreviation: 'CEDAW',
    vi: 'Công ước về xóa bỏ mọi hình thức phân biệt đối xử với phụ nữ',
    en: 'Convention on the Elimination of All Forms of Discrimination against Women',
    shortVi: 'Phụ nữ',
    shortEn: 'Women',
    partySince: 1982,
  },
  cerd: {
    id: 'cerd',
    abbreviation: 'ICERD',
    vi: 'Công ước quốc tế về xóa bỏ mọi hình thức phân biệt chủng tộc',
    en: 'International Convention on the Elimination of All Forms of Racial Discrimination',
    shortVi: 'Dân tộc, chủng tộc',
    shortEn: 'Ethnic and racial equality',
    partySince: 1982,
  },
  crc: {
    id: 'crc',
    abbreviation: 'CRC',
    vi: 'Công ước về quyền trẻ em',
    en: 'Convention on the Rights of the Child',
    shortVi: 'Trẻ em',
    shortEn: 'Children',
    partySince: 1990,
  },
  crpd: {
    id: 'crpd',
    abbreviation: 'CRPD',
    vi: 'Công ước về quyền của người khuyết tật',
    en: 'Convention on the Rights of Persons with Disabilities',
    shortVi: 'Người khuyết tật',
    shortEn: 'Persons with disabilities',
    partySince: 2015,
  },
  cat: {
    id: 'cat',
    abbreviation: 'CAT',
    vi: 'Công ước chống tra tấn và các hình thức đối xử hoặc trừng phạt tàn bạo, vô nhân đạo hoặc hạ nhục con người',
    en: 'Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment',
    shortVi: 'Chống tra tấn',
    shortEn: 'Against torture',
    partySince: 2015,
  },
}
