import { Button } from "@mantine/core";
import { IconPackageImport } from "@tabler/icons-react";
import type { ItemDraft } from "../../../preload/contract/intake-draft.ts";
import { call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { passportTexts } from "../../i18n/texts/passport.ts";
import { FoundItem } from "./FoundItem.tsx";
import { Quiet } from "./Quiet.tsx";
import type { ItemRecord } from "./words.ts";

type Props = { codes: ItemDraft["codes"]; onTake: (record: ItemRecord) => void };

/** On the card of an item nobody here knows: what the archive says, beside the work, never before it. */
export function CounterPassport({ codes, onTake }: Props) {
	const t = useTexts(passportTexts);
	const { data } = useQueryCall("passport.ask", { codes }, { enabled: codes.length > 0, watch: ["item"] });
	const adopt = useCommand("passport.adopt");
	if (codes.length === 0 || data?.state === "off") return null;
	if (data === undefined) return <Quiet meaning="running">{t("asking")}</Quiet>;
	const { item } = data;
	if (!item)
		return (
			<Quiet meaning={data.state === "none" ? "neutral" : "waiting"}>
				{t(data.state === "none" ? "none" : "unreachable")}
			</Quiet>
		);
	const take = async () => {
		const { itemId } = await adopt.mutateAsync({ itemId: item.itemId });
		onTake(await call("item.record", { itemId }));
	};
	return (
		<>
			<FoundItem passport={{ ...data, item }}>
				<Button
					leftSection={<IconPackageImport size={18} />}
					loading={adopt.isPending}
					// What went wrong is shown below.
					onClick={() => void take().catch(() => undefined)}
				>
					{t("take")}
				</Button>
			</FoundItem>
			{adopt.error && <Failed inline error={adopt.error} />}
		</>
	);
}
