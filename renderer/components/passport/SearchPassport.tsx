import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { passportTexts } from "../../i18n/texts/passport.ts";
import { FoundItem } from "./FoundItem.tsx";
import { Quiet } from "./Quiet.tsx";

/** Somebody who still types is not asked for. */
const pauseMs = 600;

/** Codes and numbers have six signs and more, a digit among them, and no other. */
const isCode = (text: string) => /^[A-Za-z0-9-]{6,40}$/.test(text) && /\d/.test(text);

/** Below what the search found here: what the archive knows under that code. */
export function SearchPassport({ text }: { text: string }) {
	const t = useTexts(passportTexts);
	const navigate = useNavigate();
	const [asked, setAsked] = useState("");
	useEffect(() => {
		const timer = setTimeout(() => setAsked(isCode(text.trim()) ? text.trim() : ""), pauseMs);
		return () => clearTimeout(timer);
	}, [text]);
	const { data } = useQueryCall("passport.ask", { text: asked }, { enabled: asked !== "", watch: ["item"] });
	if (asked === "" || asked !== text.trim() || data?.state === "off" || data?.state === "none") return null;
	if (data === undefined) return <Quiet meaning="running">{t("asking")}</Quiet>;
	const { item } = data;
	if (!item) return <Quiet meaning="waiting">{t("unreachable-here")}</Quiet>;
	return (
		<FoundItem passport={{ ...data, item }}>
			<Button variant="default" onClick={() => void navigate(addresses.item(item.itemId))}>
				{t("look")}
			</Button>
		</FoundItem>
	);
}
