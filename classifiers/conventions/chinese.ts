// Traditional Chinese letters read as simplified ones: the lexicon is written in simplified letters only.

/** Traditional, simplified, traditional, simplified …: the letters that the lexicon's terms need. */
const pairs =
  '兒儿權权國国際际約约條条種种視视殘残礙碍無无輪轮聾聋啞哑語语譯译聽听學学費费繳缴錢钱貧贫窮穷勞劳動动資资討讨罷罢會会協协員员廠厂醫医療疗藥药險险養养婦妇產产騷骚擾扰強强姦奸賣卖' +
  '販贩買买騙骗別别選选舉举遷迁護护邊边監监獄狱審审訊讯問问訴诉訟讼辯辩師师證证據据錯错決决釋释賠赔償偿毆殴傷伤記记採采訪访報报紙纸論论壇坛遊游結结隱隐個个數数洩泄漢汉瑤瑶僮壮維维' +
  '爾尔雙双膚肤黃黄難难開开發发環环廢废氣气體体飲饮淨净糧粮飢饥餓饿營营徵征補补農农業业總总統统計计劃划實实現现對对關关於于與与從从來来時时間间過过還还這这們们為为後后讓让進进達达' +
  '運运處处參参長长門门車车馬马東东見见話话說说請请讀读書书寫写畫画電电網网絡络線线級级緊紧節节範范圍围團团園园圓圆場场塊块壓压壞坏執执擔担擊击標标樣样機机橋桥歲岁歸归殺杀況况準准' +
  '溫温滅灭災灾獎奖獲获異异當当癱瘫癡痴盡尽盤盘眾众礦矿禮礼離离稱称積积穩稳競竞筆笔簡简糾纠純纯終终組组給给絕绝經经綜综緩缓緣缘縣县縮缩績绩織织繼继續续罰罚義义習习聯联職职聲声脅胁' +
  '腦脑膽胆臺台舊旧艱艰蘇苏號号術术衛卫裝装製制複复規规覺觉觀观訂订託托訓训設设許许評评試试該该詳详誤误課课調调談谈識识議议變变財财責责貨货質质贊赞贈赠趙赵跡迹踐践輔辅輕轻輛辆轉转' +
  '辦办連连遠远適适遲迟遺遗鄉乡鄰邻醜丑針针鐵铁錄录鍋锅鎖锁鎮镇閉闭閱阅隊队階阶隨随雖虽雜杂靈灵靜静順顺須须預预領领頭头題题額额願愿類类顧顾風风飛飞飯饭餘余館馆駐驻騎骑驗验驚惊鬥斗' +
  '魚鱼鮮鲜鳥鸟麥麦黨党齊齐齡龄廳厅縫缝簽签單单傳传備备優优價价億亿兩两則则創创勝胜區区華华嚴严圖图墮堕壯壮妝妆嬰婴孫孙寧宁寬宽專专將将尋寻導导層层屬属島岛帶带幫帮幹干廣广應应張张' +
  '彈弹復复態态慶庆憲宪懷怀戰战戶户拋抛捨舍掃扫揚扬換换撫抚擇择擴扩攝摄敗败敵敌斷断暫暂曆历歷历榮荣樂乐樓楼檢检歐欧殼壳毀毁氫氢涼凉淚泪滿满漁渔潔洁濕湿煙烟熱热燈灯爭争牆墙狀状獨独' +
  '瑪玛畢毕皺皱盜盗礎础祕秘禍祸穀谷'

const toSimplified = new Map<string, string>()
for (let i = 0; i + 1 < pairs.length; i += 2) toSimplified.set(pairs.charAt(i), pairs.charAt(i + 1))

/** One letter in its simplified form; every other word as it is. */
export function simplify(letter: string): string {
  return toSimplified.get(letter) ?? letter
}
