package dev.callboard.live;

/**
 * What a change belongs to: the unit in which screens subscribe.
 *
 * @param name the channel's name without the prefix of the installation
 */
public record Topic(String name) {

    /** One ticket queue: its state, its tickets, the counters that serve it. */
    public static Topic queue(String code) {
        return new Topic("queue:" + code);
    }

    /** What wall screens say of the calls of one queue: shown, spoken. */
    public static Topic receipts(String code) {
        return new Topic("receipts:" + code);
    }

    /** One product: on hand, held, price. */
    public static Topic product(String sku) {
        return new Topic("product:" + sku);
    }

    /** All orders of the shop, whatever their state. */
    public static Topic orders() {
        return new Topic("orders");
    }

    /** Bulk actions over jobs: what they have done so far. */
    public static Topic runs() {
        return new Topic("runs");
    }

    /** One queue of background jobs. */
    public static Topic jobs(String queueName) {
        return new Topic("jobs:" + queueName);
    }
}
