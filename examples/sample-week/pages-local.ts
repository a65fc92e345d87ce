// Pages of public bodies: visible dates only, old table layout, and the local radio's broadcast texts.

import { escapeText, links, type PageInput, wrap } from './markup.ts'
import { shownParts } from './moments.ts'

/** Province portal: no metadata at all, the date stands in the text. */
export function portalPage({ outlet, item, published, others }: PageInput): string {
  const shown = shownParts(published)
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeText(item.title)}</title></head>
<body><div class="quoc-huy"><a href="/${outlet.id}/">${outlet.name.toUpperCase()}</a><br>${outlet.tagline}</div>
<ul class="menu-ngang"><li><a href="#">Giới thiệu</a></li><li><a href="#">Tin tức – Sự kiện</a></li><li><a href="#">Văn bản</a></li><li><a href="#">Dịch vụ công</a></li><li><a href="#">Hỏi đáp</a></li></ul>
<div class="khung"><div class="cot-trai"><h3>Chuyên mục</h3><ul><li><a href="#">Chỉ đạo điều hành</a></li><li><a href="#">Công khai ngân sách</a></li><li><a href="#">Lịch tiếp công dân</a></li></ul><p>Lượt truy cập: 1.204.377</p></div>
<div class="cot-giua"><div class="tieu-de">${escapeText(item.title)}</div>
<div class="ngay-dang">${shown.weekday}, ${shown.day}/${shown.month}/${shown.year} | ${shown.time}</div>
<div class="co-chu">Cỡ chữ: <a href="#">A-</a> <a href="#">A+</a> <a href="#">Tương phản</a> <a href="#">Đọc bài viết</a></div>
<div class="tom-tat"><strong>${escapeText(item.lead)}</strong></div>
<div class="noi-dung">
${wrap(item.paragraphs, '<p style="text-align: justify;"><span style="font-size:14pt">', '</span></p>')}
</div><div class="nguoi-dang">${escapeText(item.byline ?? '')}</div>
<div class="tin-khac"><h4>Các tin khác</h4><ul>${links(others.slice(0, 5))}</ul></div></div></div>
<div class="chan-trang">Cơ quan chủ quản: Ủy ban nhân dân tỉnh Sông Thanh. Chịu trách nhiệm chính: Chánh Văn phòng. Ghi rõ nguồn khi phát hành lại thông tin.</div></body></html>`
}

/** Commune portal: a ready-made system of many years ago. */
export function communePage({ outlet, item, published, others }: PageInput): string {
  const shown = shownParts(published)
  return `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escapeText(item.title)}</title></head>
<body><div id="top"><h2><a href="/${outlet.id}/">${outlet.name}</a></h2><marquee>Chào mừng bạn đến với ${outlet.name}</marquee></div>
<div id="left"><ul><li><a href="#">Trang chu</a></li><li><a href="#">Bo may</a></li><li><a href="#">Thu tuc</a></li><li><a href="#">Lien he</a></li></ul></div>
<div id="center"><h1>${escapeText(item.title)}</h1><i>Ngày đăng: ${shown.day}-${shown.month}-${shown.year} ${shown.time} - Người đăng: ${escapeText(item.byline ?? 'Quản trị')} - Lượt xem: 214</i>
<p><b>${escapeText(item.lead)}</b></p>
${wrap(item.paragraphs, '<p>', '</p>')}
<p><a href="javascript:window.print()">In bài này</a> | <a href="#">Gửi cho bạn bè</a></p><hr><b>Bài mới:</b><ul>${links(others.slice(0, 4))}</ul></div>
<div id="bottom">UBND xã Pà Lừm. Thiết kế: Tổ công nghệ số cộng đồng.</div></body></html>`
}

/** Ward portal: nested tables, font elements, served in windows-1258. */
export function tablesPage({ outlet, item, published, others }: PageInput): string {
  const shown = shownParts(published)
  const menu = others.slice(0, 5).map((o) => `<tr><td>&#187; <a href="${o.path}">${escapeText(o.title)}</a></td></tr>`)
  return `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1258"><TITLE>${escapeText(item.title)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="760" BORDER="0" ALIGN="center"><TR><TD COLSPAN="2" BGCOLOR="#B22222"><FONT COLOR="#FFFF00" SIZE="5"><A HREF="/${outlet.id}/">${outlet.name}</A></FONT><BR>${outlet.tagline}</TD></TR>
<TR><TD WIDTH="180" VALIGN="top"><TABLE WIDTH="100%" CELLPADDING="3"><TR><TH>TIN MỚI</TH></TR>${menu.join('\n')}<TR><TD>Thời tiết | Tỷ giá | Giá vàng</TD></TR></TABLE></TD>
<TD VALIGN="top"><TABLE WIDTH="100%"><TR><TD><FONT SIZE="4" COLOR="#8B0000"><B>${escapeText(item.title)}</B></FONT></TD></TR>
<TR><TD><FONT SIZE="1">Cập nhật ngày ${Number(shown.day)}/${Number(shown.month)}/${shown.year} lúc ${shown.time.replace(':', 'h')}</FONT></TD></TR>
<TR><TD><B>${escapeText(item.lead)}</B><BR><BR>
${item.paragraphs.map(escapeText).join('<BR><BR>\n')}
</TD></TR><TR><TD ALIGN="right"><I>${escapeText(item.byline ?? '')}</I></TD></TR>
<TR><TD ALIGN="right"><A HREF="javascript:history.back()">[Trở về]</A> <A HREF="#">[Đầu trang]</A></TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN="2" ALIGN="center"><FONT SIZE="1">Xem tốt nhất với màn hình 1024x768. Bản quyền UBND phường Bến Dâu.</FONT></TD></TR></TABLE></BODY></HTML>`
}

/** Local radio: player, programme and the text that was read out. */
export function radioPage({ outlet, item, published, others }: PageInput): string {
  const shown = shownParts(published)
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeText(item.title)} | ${outlet.name}</title></head>
<body><header><a href="/${outlet.id}/">📢 ${outlet.name}</a> <span>${outlet.tagline}</span></header>
<main><section class="phat"><p>${escapeText(item.section)} – phát lúc ${shown.time} ${shown.weekday}, ngày ${Number(shown.day)} tháng ${Number(shown.month)} năm ${shown.year}</p><h1>${escapeText(item.title)}</h1>
<audio controls></audio><p class="nguoi-doc">Biên tập và đọc: <span>${escapeText(item.byline ?? '')}</span></p></section>
<section class="loi-phat-thanh"><p>${escapeText(item.lead)}</p>
${wrap(item.paragraphs, '<p>', '</p>')}
</section><section class="lich"><h2>Lịch phát sóng</h2><table><tr><td>05:30</td><td>Bản tin sáng</td></tr><tr><td>17:00</td><td>Chuyên mục chiều</td></tr></table></section>
<section><h2>Bài đã phát</h2><ul>${links(others.slice(0, 4))}</ul></section></main><footer>${outlet.name}. Góp ý: gửi hộp thư trước cổng phường.</footer></body></html>`
}
