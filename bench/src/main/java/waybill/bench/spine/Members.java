package waybill.bench.spine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.worker.Worker;

/** A deployment of one service that speaks and many that listen to it. */
final class Members {
  static final String SPEAKER = "parcels";
  private static final Contract<ParcelSent> PARCEL_SENT =
      Contract.of("parcels.parcel-sent/1", ParcelSent.class);
  private static final String DEFINITION =
      "{\"kind\":\"event\",\"owner\":\"parcels\",\"summary\":\"A parcel.\",\"key\":\"/parcel\",\"readers\":[]}";
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"parcel\":{\"type\":\"string\"},\"note\":{\"type\":\"string\"}}"
          + ",\"required\":[\"parcel\",\"note\"]}";
  private static final String CONTRACT = "parcels.parcel-sent/1";

  /** What a service keeps of a parcel: small, and read by nobody. */
  private record Parcel(String state) {}

  private static final Kind<Parcel> PARCEL = Kind.entity("parcel", Parcel.class);

  private Members() {}

  static List<String> listeners(int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(number -> String.format(Locale.ROOT, "depot-%03d", number))
        .toList();
  }

  static Member of(Machine machine, String name) {
    Inbox inbox =
        Inbox.of(
            Inbox.on(PARCEL_SENT, m -> Reaction.commit(PARCEL.fresh(m.key(), new Parcel("here")))));
    return new Member(
        machine, "Users", name, (service, in, out) -> new Worker(service, inbox, in, out));
  }

  /** One item and what it says, without a look at what was there. */
  static Commit sent(String parcel) {
    return Commit.commit(
        PARCEL.fresh(parcel, new Parcel("sent")).saying(PARCEL_SENT, ParcelSent.about(parcel)));
  }

  static Catalog catalog(Path repository, List<String> listeners) {
    CatalogFolder folder =
        CatalogFolder.beside(repository)
            .contract("parcels.parcel-sent", DEFINITION, SCHEMA)
            .service(SPEAKER, List.of(CONTRACT), List.of());
    for (String listener : listeners) folder.service(listener, List.of(), List.of(CONTRACT));
    return folder.catalog();
  }
}
