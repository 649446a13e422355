/** Who works in the demo workshop and who brings things there. All of them are made up, and so are their numbers. */
import type { PersonRole } from "../../domain/person/person.ts";

/** Words in both languages of the screens. */
export type Said = readonly [zh: string, en: string];

export const staff = {
	wang: { name: ["王店长", "Wang Jun"], roles: ["manager"], number: "01", pin: "2580" },
	zhou: { name: ["周敏", "Zhou Min"], roles: ["clerk"], number: "02", pin: "1357" },
	li: { name: ["李师傅", "Li Guoqiang"], roles: ["technician"], number: "03", pin: "2468" },
	zhao: { name: ["赵师傅", "Zhao Hai"], roles: ["technician"], number: "04", pin: "3690" },
	chen: { name: ["陈静", "Chen Jing"], roles: ["inspector", "clerk"], number: "05", pin: "1470" },
} as const satisfies Record<string, { name: Said; roles: readonly PersonRole[]; number: string; pin: string }>;
export type StaffKey = keyof typeof staff;
export const staffKeys = Object.keys(staff) as StaffKey[];

type Customer = { name: Said; phone: string; marketing: boolean | null };

export const customers = {
	zhang: { name: ["张晓雯", "Xiaowen Zhang"], phone: "19900005678", marketing: true },
	liu: { name: ["刘志强", "Zhiqiang Liu"], phone: "19900002046", marketing: null },
	chen: { name: ["陈佳怡", "Jiayi Chen"], phone: "19900008812", marketing: true },
	wang: { name: ["王建国", "Jianguo Wang"], phone: "19900003390", marketing: false },
	zhao: { name: ["赵敏", "Min Zhao"], phone: "19900007105", marketing: null },
	sun: { name: ["孙浩", "Hao Sun"], phone: "19900006621", marketing: false },
	zhou: { name: ["周婷", "Ting Zhou"], phone: "19900001157", marketing: true },
	wu: { name: ["吴思远", "Siyuan Wu"], phone: "19900009934", marketing: null },
	zheng: { name: ["郑丽", "Li Zheng"], phone: "19900004408", marketing: false },
	feng: { name: ["冯一鸣", "Yiming Feng"], phone: "19900005023", marketing: null },
	he: { name: ["何雨桐", "Yutong He"], phone: "19900002783", marketing: true },
	lin: { name: ["林子涵", "Zihan Lin"], phone: "19900008266", marketing: null },
	/** Wants neither name nor number written down. */
	nobody: { name: ["", ""], phone: "", marketing: null },
} as const satisfies Record<string, Customer>;
export type CustomerKey = keyof typeof customers;
