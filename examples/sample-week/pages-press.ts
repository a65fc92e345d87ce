// Pages of the newspapers: JSON-LD, Open Graph, microdata and plain meta, each with the furniture of its kind.

import { escapeText, links, type PageInput, wrap } from './markup.ts'
import { isoLocal, shownParts } from './moments.ts'

function comments({ item }: PageInput, heading: string): string {
  if (item.comments.length === 0) return ''
  const list = item.comments.map(
    ({ name, text }) =>
      `<div class="comment"><img class="avatar" src="/anh/ava.svg" alt=""><b>${escapeText(name)}</b><p>${escapeText(text)}</p><a href="#">Thích</a> <a href="#">Trả lời</a></div>`,
  )
  return `<section id="comments"><h3>${heading} (${item.comments.length})</h3>${list.join('\n')}</section>`
}

/** Provincial newspaper: article element, JSON-LD with everything, author box below. */
export function newsPage(input: PageInput): string {
  const { outlet, item, published, modified, others } = input
  const shown = shownParts(published)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: item.title,
    description: item.lead,
    datePublished: isoLocal(published),
    dateModified: isoLocal(modified ?? published),
    inLanguage: item.language,
    author: { '@type': 'Person', name: item.byline ?? outlet.name, url: '/tac-gia/trang-ca-nhan' },
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
  }
  const figure = item.caption
    ? `<figure><img src="/anh/${item.slug}.svg" alt=""><figcaption>${escapeText(item.caption)}</figcaption></figure>`
    : ''
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeText(item.title)} - ${outlet.name}</title>
<meta name="viewport" content="width=device-width"><link rel="canonical" href="${item.path}">
<script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><header><a class="logo" href="/${outlet.id}/">${outlet.name}</a><form><input placeholder="Tìm kiếm..."></form>
<nav><ul><li><a href="/${outlet.id}/">Trang chủ</a></li><li><a href="#">Chính trị</a></li><li><a href="#">Kinh tế</a></li><li><a href="#">Văn hóa</a></li><li><a href="#">Thể thao</a></li><li><a href="#">Media</a></li></ul></nav></header>
<main><div class="breadcrumb"><a href="#">Trang chủ</a> › <a href="#">${escapeText(item.section)}</a></div>
<article class="article-detail"><h1 class="article-title">${escapeText(item.title)}</h1>
<div class="article-meta"><time datetime="${isoLocal(published)}">${shown.weekday}, ${shown.time} ${shown.day}/${shown.month}/${shown.year}</time>
<span class="share">Chia sẻ <a href="#">Facebook</a> <a href="#">Zalo</a> <a href="#">In trang</a></span></div>
<h2 class="sapo">${escapeText(item.lead)}</h2>
<div class="article-body">
${figure}
${wrap(item.paragraphs.slice(0, 2), '<p>', '</p>')}
<div class="related-inline"><strong>Tin liên quan</strong><ul>${links(others.slice(0, 2))}</ul></div>
${wrap(item.paragraphs.slice(2), '<p>', '</p>')}
</div></article>
<div class="author-box"><img class="avatar" src="/anh/ava.svg" alt=""><a rel="author" href="#">${escapeText(item.byline ?? outlet.name)}</a><span>Xem các bài của tác giả</span></div>
<div class="banner-300x250"><a href="#">Nệm mây tre Bến Dâu – êm lưng, mát giấc, trả góp 0%</a></div>
${comments(input, 'Bình luận')}
<aside><h3>Đọc nhiều</h3><ol>${links(others.slice(2, 7))}</ol></aside></main>
<footer><p>© ${outlet.name}. ${outlet.tagline}. Tòa soạn: số 1 đường Bờ Sông, phường Kẻ Thanh. Điện thoại 0000 000 000.</p><p>Cấm sao chép dưới mọi hình thức nếu không có sự đồng ý bằng văn bản.</p></footer></body></html>`
}

/** City magazine: Open Graph only, nested boxes whose class names look like adverts, the name again under the text. */
export function magazinePage(input: PageInput): string {
  const { outlet, item, published, others } = input
  const shown = shownParts(published)
  return `<!DOCTYPE html>
<html lang="vi-VN" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8">
<meta property="og:type" content="article"><meta property="og:site_name" content="${outlet.name}">
<meta property="og:title" content="${escapeText(item.title)}"><meta property="og:description" content="${escapeText(item.lead)}">
<meta property="article:published_time" content="${isoLocal(published)}"><meta property="article:author" content="${escapeText(item.byline ?? '')}">
<title>${escapeText(item.title)} | ${outlet.name}</title></head><body class="single">
<div class="popup-cookie">Chúng tôi dùng cookie để bạn đọc tin nhanh hơn. <button>Đồng ý</button></div>
<div class="top-bar"><a href="/${outlet.id}/">${outlet.name}</a> <span>${outlet.tagline}</span> <a href="#">Đăng nhập</a></div>
<div class="wrapper"><div class="col-main read-lead-padding">
<div class="cat">${escapeText(item.section)}</div><h1>${escapeText(item.title)}</h1>
<div class="info"><span class="author">${escapeText(item.byline ?? outlet.name)}</span> • <span class="date">${shown.day}/${shown.month}/${shown.year} ${shown.time}</span> • <span>3 phút đọc</span></div>
<div class="content-loader adjusted"><div class="lead"><b>${escapeText(item.lead)}</b></div>
<div class="text-download-font">
${wrap(item.paragraphs.slice(0, 1), '<div class="para">', '</div>')}
<div class="ads-inpage"><small>Quảng cáo</small><p>Tour hồ Thanh Thượng 2 ngày 1 đêm, chỉ từ 890.000 đồng. Đặt ngay!</p></div>
${wrap(item.paragraphs.slice(1), '<div class="para">', '</div>')}
${item.byline ? `<p class="author" style="text-align:right"><strong>${escapeText(item.byline)}</strong></p>` : ''}
</div></div>
<div class="tags">Từ khóa: <a href="#">Kẻ Thanh</a>, <a href="#">${escapeText(item.section)}</a></div>
${comments(input, 'Ý kiến bạn đọc')}
</div><div class="col-right"><h4>Có thể bạn quan tâm</h4><ul>${links(others.slice(0, 6))}</ul><div class="newsletter">Nhận bản tin sáng <input type="email" placeholder="Email của bạn"></div></div></div>
<div class="bottom">Bản quyền thuộc ${outlet.name}. Liên hệ quảng cáo: quangcao@example.vn</div></body></html>`
}

/** National daily: microdata on the elements, no JSON-LD. */
export function dailyPage(input: PageInput): string {
  const { outlet, item, published, others } = input
  const shown = shownParts(published)
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeText(item.title)} - Nhật báo Đồng Bằng</title>
<meta name="description" content="${escapeText(item.lead)}"></head>
<body><div id="header"><a href="/${outlet.id}/">Nhật báo Đồng Bằng</a><ul class="menu"><li><a href="#">Thời sự</a></li><li><a href="#">Thế giới</a></li><li class="on"><a href="${outlet.feed}">Xã hội</a></li><li><a href="#">Pháp luật</a></li><li><a href="#">Video</a></li></ul></div>
<div itemscope itemtype="https://schema.org/NewsArticle"><p class="chuyen-muc">${escapeText(item.section)}</p>
<h1 itemprop="headline">${escapeText(item.title)}</h1>
<p class="ngay"><time itemprop="datePublished" datetime="${isoLocal(published)}">${shown.time} | ${shown.weekday}, ${shown.day}-${shown.month}-${shown.year}</time></p>
<p class="sapo" itemprop="description">${escapeText(item.lead)}</p>
<div itemprop="articleBody">
${wrap(item.paragraphs, '<p>', '</p>')}
</div>
<div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeText(item.byline ?? '')}</span> <a href="#">(Xem thêm bài viết)</a></div></div>
<div class="doc-tiep"><h3>Đọc tiếp</h3><ul>${links(others.slice(0, 5))}</ul></div>
<div class="box-vip"><p>Mua báo dài hạn, tặng sổ tay bìa vải. Chi tiết tại quầy phát hành.</p></div>
<div id="footer"><p>Nhật báo Đồng Bằng – Giấy phép hoạt động báo điện tử số 00/GP. Tổng biên tập chịu trách nhiệm nội dung.</p></div></body></html>`
}

/** English paper: meta tags for the date, a byline under the headline, a subscription box. */
export function paperPage(input: PageInput): string {
  const { outlet, item, published, others } = input
  const shownOn = published.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Asia/Ho_Chi_Minh' })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeText(item.title)} – ${outlet.name}</title>
<meta name="description" content="${escapeText(item.lead)}"><meta property="article:published_time" content="${isoLocal(published)}"><meta name="author" content="${escapeText(item.byline ?? '')}"></head>
<body><a class="skip" href="#story">Skip to content</a><header><h2><a href="/${outlet.id}/">${outlet.name}</a></h2><p>${outlet.tagline}</p><nav><a href="#">Province</a> <a href="#">Courts</a> <a href="#">Markets</a> <a href="#">Sport</a> <a href="#">Subscribe</a></nav></header>
<main id="story"><p class="kicker">${escapeText(item.section)}</p><h1>${escapeText(item.title)}</h1>
<p class="standfirst">${escapeText(item.lead)}</p>
<p class="byline">By <a rel="author" href="#">${escapeText(item.byline ?? '')}</a></p><p class="dateline">${shownOn}</p>
<div class="story-text">
${wrap(item.paragraphs.slice(0, 3), '<p>', '</p>')}
<aside class="pullout"><h4>More from the Post</h4><ul>${links(others.slice(0, 3))}</ul></aside>
${wrap(item.paragraphs.slice(3), '<p>', '</p>')}
</div><div class="subscribe"><h3>Support local journalism</h3><p>From 49,000 dong a month. Cancel whenever you like.</p></div></main>
<footer>© ${outlet.name}. Corrections: corrections@example.vn. <a href="#">Privacy</a> <a href="#">Terms</a></footer></body></html>`
}

/** Border news service: one page for all languages, the item's own on the article only. */
export function borderPage(input: PageInput): string {
  const { outlet, item, published, others } = input
  const same = others.filter((other) => other.language === item.language)
  return `<!doctype html>
<html lang="${item.language}"><head><meta charset="utf-8"><title>${escapeText(item.title)} · ${outlet.name}</title></head>
<body><header><a href="/${outlet.id}/">${outlet.name}</a><nav class="languages"><a href="#" lang="vi">Tiếng Việt</a> <a href="#" lang="zh">中文</a> <a href="#" lang="lo">ລາວ</a> <a href="#" lang="km">ខ្មែរ</a> <a href="#" lang="th">ไทย</a> <a href="#" lang="fr">Français</a> <a href="#" lang="hmn">Hmoob</a></nav></header>
<article lang="${item.language}"><p class="rubric">${escapeText(item.section)}</p><h1>${escapeText(item.title)}</h1>
<time datetime="${isoLocal(published)}">${isoLocal(published).slice(0, 16).replace('T', ' ')}</time>
<p class="intro"><em>${escapeText(item.lead)}</em></p>
${wrap(item.paragraphs, '<p>', '</p>')}
</article>
<address class="author">${escapeText(item.byline ?? '')}</address>
<nav class="more"><ul>${links(same.slice(0, 3))}</ul></nav>
<footer>${outlet.name} · ${outlet.tagline}</footer></body></html>`
}
