import type { JobRow } from "../../../preload/contract/board.ts";
import { useStandard } from "../../app/use-standard.ts";

/** "百丽 黑 皮鞋 245" in the running language; codes while the standard loads. */
export function useItemName(): (item: JobRow["item"]) => string {
	const standard = useStandard();
	return (item) => {
		const { vocab } = standard?.standard ?? {};
		const word = (
			list: readonly { code: string; name: { zh: string; en?: string | undefined } }[] | undefined,
			code: string,
		) => {
			const found = list?.find((w) => w.code === code);
			return found && standard ? standard.name(found.name as never) : code;
		};
		const kind = standard?.itemKinds.get(item.kind);
		const parts = [
			word(vocab?.brands, item.brand),
			word(vocab?.colours, item.colour),
			kind && standard ? standard.name(kind.name) : item.kind,
			item.size,
		];
		return parts.filter((p) => p !== "").join(" ");
	};
}
