package waybill.kit.commit;

/**
 * Where an item stands in a list: the list's name and what it is sorted by there.
 *
 * @param at unique within the list, so that a page can begin behind it
 */
public record Place(String list, String at) {}
