/** A parcel to another workshop and one from there, by scanner and screen. What the other workshop wrote is carried over by hand. */
import { makeParcelCode } from "../../../domain/code/own.ts";
import { jobTexts } from "../../../renderer/i18n/texts/job.ts";
import { expect, test } from "../../support/e2e.ts";
import { mouseHands } from "../hands/mouse.ts";
import { scannerOf } from "../hands/scanner.ts";
import { demoShop, goTo } from "../journey/demo-shop.ts";
import { otherName, otherSeal, parcelFor } from "../journey/other-workshop.ts";
import { frameOf } from "../pages/frame.ts";
import { parcelScreens } from "../pages/office/parcels.ts";

test.use({ demo: true });

test("a parcel is packed and taken back; one that comes is accepted by its code and worked on", async ({
	page,
	workstation,
	restart,
}) => {
	await workstation.stop();
	const sent = await parcelFor(workstation.dir);
	const again = await restart();
	await page.goto(again.url);
	const ask = await demoShop(again, page, "manager", "/board");
	const hands = mouseHands(page);
	const scanner = await scannerOf(page);
	const parcels = parcelScreens(hands);
	const { echo } = frameOf(page);

	// Sent: from the job's own menu, numbers by scanner, and the sheet stands there to print.
	const { rows } = await ask("board.read", { stages: ["inspection"] });
	const [row] = rows;
	if (!row) throw new Error("the demo has nothing to inspect");
	await goTo(page, `/job/${row.jobId}`);
	await hands.press(page.getByRole("button", { name: jobTexts["zh-CN"]["print-labels"], exact: true }));
	await hands.press(parcels.sendJob);
	await hands.press(parcels.workshop("静安店"));
	await scanner.scan("SF1234567890123");
	await expect(parcels.waybill).toHaveValue("SF1234567890123");
	await scanner.scan("F20260117");
	await expect(parcels.seal).toHaveValue("F20260117");
	await hands.press(parcels.send);
	await expect(parcels.sheet).toBeVisible();
	await expect(parcels.state("under-way")).toBeVisible();

	// On its way nobody works on it, and its page says why.
	await goTo(page, `/job/${row.jobId}`);
	await expect(parcels.underWay).toBeVisible();
	const [parcel] = (await ask("transfer.list", {})).sent;
	await goTo(page, `/transfer/parcel/${parcel?.parcelId}`);
	await parcels.recall("not-sent");
	await expect(parcels.state("recalled")).toBeVisible();
	await goTo(page, `/job/${row.jobId}`);
	await expect(parcels.underWay).toHaveCount(0);

	// A code whose record has not come: said plainly, nothing is accepted.
	await scanner.scan(makeParcelCode("00000000000000000000"));
	await expect(parcels.unknown).toBeVisible();

	// From any screen: seal, each piece by its label, accepted, and the job is here.
	await goTo(page, "/counter");
	await scanner.scan(sent.code);
	await expect(parcels.from(otherName)).toBeVisible();
	await parcels.sealWhole();
	await scanner.scan(otherSeal);
	await expect(echo).toContainText("封签号相符");
	for (const label of sent.labels) await scanner.scan(label);
	await expect(parcels.piece("02")).toHaveAttribute("aria-pressed", "true");
	await hands.press(parcels.accept);
	await expect(page.getByRole("tab", { name: jobTexts["zh-CN"].record })).toBeVisible();
	expect((await ask("board.read", {})).rows.find(({ number }) => number === sent.number)?.where).toBeNull();
	expect((await ask("transfer.list", {})).coming).toEqual([]);
});
