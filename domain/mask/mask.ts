/**
 * The one mask for customer data, on lists, slips, labels and screens: at least one character of the name, six digits
 * of the phone, and everything below the district of the address are hidden. Full values never pass through here
 * on their way to a person.
 */

const compound = new Set(
	(
		"欧阳 司马 诸葛 上官 司徒 东方 独孤 南宫 万俟 闻人 夏侯 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 " +
		"钟离 宇文 长孙 慕容 鲜于 闾丘 司空 丌官 司寇 子车 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 百里 呼延 东郭 南门 羊舌 " +
		"微生 梁丘 左丘 东门 西门 第五 歐陽 諸葛 東方 獨孤 公孫 長孫 慕容"
	).split(" "),
);

/** Stands for what this PC may not open for the time being, masked or not. */
export const lockedMask = "***";

/** `1******5678`: first digit and last four; shorter numbers keep fewer, so that six digits always hide. */
export function maskPhone(phone: string): string {
	if (phone === lockedMask) return lockedMask;
	let digits = phone.normalize("NFKC").replace(/\D/g, "");
	if (digits.length === 13 && digits.startsWith("86")) digits = digits.slice(2);
	const last = Math.max(0, Math.min(4, digits.length - 7));
	const first = digits.length > 6 ? 1 : 0;
	const hidden = digits.length - first - last;
	return digits.slice(0, first) + "*".repeat(hidden) + (last > 0 ? digits.slice(-last) : "");
}

/** Surname and `*`: 王*, 欧阳*, Smith *. A name of one character or word keeps at most its first letter. */
export function maskName(name: string): string {
	if (name === lockedMask) return lockedMask;
	const plain = name.normalize("NFKC").trim().replace(/\s+/g, " ");
	if (plain === "") return "";
	if (/^\p{Script=Han}/u.test(plain)) {
		const joined = plain.replace(/ /g, "");
		if (joined.length === 1) return "*";
		return `${joined.length > 2 && compound.has(joined.slice(0, 2)) ? joined.slice(0, 2) : joined.slice(0, 1)}*`;
	}
	const [surname = "", given] = plain.split(/,\s*/);
	if (given !== undefined) return `${surname} *`;
	const words = plain.split(" ");
	return words.length > 1 ? `${words.at(-1)} *` : `${plain.slice(0, 1)}*`;
}

const province = "(?:[\\u4e00-\\u9fff]{2,8}?(?:省|自治区|特别行政区))?";
const city = "(?:[\\u4e00-\\u9fff]{2,10}?(?:市|自治州|地区|盟))?";
// A compound, park or campus also ends in 区 and would say where somebody lives; a street name ends the search.
const district = "(?:[\\u4e00-\\u9fff]{1,8}?(?:(?<![小社园校厂街景片])区|县|旗|市(?![场民政])))?";
const upToDistrict = new RegExp(`^${province}${city}${district}`, "u");

/** `浙江省杭州市西湖区****`. What cannot be told apart hides altogether. */
export function maskAddress(address: string): string {
	const plain = address.normalize("NFKC").replace(/\s/g, "");
	if (plain === "") return "";
	const found = upToDistrict.exec(plain)?.[0] ?? "";
	const kept = /[路街巷弄号栋]/.test(found) ? (new RegExp(`^${province}${city}`, "u").exec(plain)?.[0] ?? "") : found;
	return `${/[路街巷弄号栋]/.test(kept) ? "" : kept}****`;
}
