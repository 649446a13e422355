import { useParams } from "react-router";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useStandard } from "../../app/use-standard.ts";
import { ItemAtArchive } from "../../components/passport/ItemAtArchive.tsx";
import { CoverageBar } from "./CoverageBar.tsx";
import { Facts } from "./Facts.tsx";
import { ItemHead } from "./ItemHead.tsx";
import classes from "./item-page.module.css";
import { PhotosBox } from "./PhotosBox.tsx";
import { Refusals } from "./Refusals.tsx";
import { Repairs } from "./Repairs.tsx";
import { Timeline } from "./Timeline.tsx";

/** Everything about one item: what it is, what is covered, every repair, every picture, one history. */
export function ItemPage() {
	const { itemId = "" } = useParams();
	const standard = useStandard();
	const { data, error, refetch } = useQueryCall("item.record", { itemId }, { watch: ["item", "job", "subject"] });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data || !standard) return <Loading shape="page" />;
	return (
		<div className={classes.page}>
			<ItemHead record={data} standard={standard} />
			<div className={classes.notes}>
				<ItemAtArchive record={data} />
			</div>
			<div className={classes.body}>
				<div className={classes.left}>
					<CoverageBar record={data} standard={standard} />
					<Repairs record={data} standard={standard} />
					<Refusals record={data} standard={standard} />
					<PhotosBox photos={data.photos} />
				</div>
				<div className={classes.right}>
					<Facts record={data} standard={standard} />
					<Timeline record={data} standard={standard} />
				</div>
			</div>
		</div>
	);
}
