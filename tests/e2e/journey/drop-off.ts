/** The drop-off both journeys bring to an end: three items, one customer. */
export const customer = { name: "张晓雯", phone: "138 1234 5678", masked: "1******5678" };

/** A service at list price, nothing to inspect. */
export const dressShoes = { kind: "皮鞋", brand: "百丽", colour: "黑", size: "245", service: "打蜡抛光", agreed: true };
/** A fault to find, quote, accept and repair: five steps, a part. */
export const highHeels = { kind: "高跟鞋", brand: "达芙妮", colour: "红", words: "右脚跟面掉了" };
/** A fault whose quote the customer declines. */
export const handbag = { kind: "手提包", brand: "蔻驰", colour: "棕", words: "磁扣吸不住" };

/** By the sample price list: 33 for the polish and 38 for the heel tops, 50 of it paid ahead. */
export const money = { deposit: "50", total: "71.00", due: "21.00", tendered: "100", change: "79.00" };

/** Everything is one piece more than one thinks: two shoes, two shoes, a bag. */
export const pieceCount = 5;
