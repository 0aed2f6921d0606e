package dev.callboard.console.triage;

import java.time.ZoneId;

import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.BulkRuns;
import dev.callboard.triage.GroupClaims;
import dev.callboard.triage.Payloads;
import dev.callboard.triage.SavedFilters;
import dev.callboard.triage.StoreChecks;

/** What Triage asks of a shop of the tests. */
final class TriageServicesOf {
    private TriageServicesOf() {}

    static TriageServices shop(TestShop shop, Runnable wake) {
        return new TriageServices(shop.cases, shop.actions, shop.cancellations,
                new CancelEffects(shop.database, shop.outbox, shop.payments), shop.orders,
                new TriageServices.Bulk(new BulkRuns(shop.database, shop.audit, Signals.none()), wake),
                new TriageServices.Desk(new GroupClaims(shop.database, shop.audit, Signals.none()),
                        new SavedFilters(shop.database),
                        new Payloads(shop.database, shop.audit, shop.actions, shop.files), ZoneId.of("Europe/Berlin"),
                        shop.database::now, new StoreChecks(shop.database, shop.redis)::examine));
    }
}
