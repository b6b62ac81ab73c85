package waybill.catalog;

import waybill.kit.commit.Kind;

/** For whom a client speaks: an item of its own, so that two services can't both have it. */
record ClientOwner(String service) {
  static final Kind<ClientOwner> CLIENT = Kind.entry("client", ClientOwner.class);
}
