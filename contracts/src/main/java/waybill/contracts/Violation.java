package waybill.contracts;

/**
 * One way in which a document breaks its contract: where (a JSON Pointer), which rule of the
 * schema, and what that means in words. Never the value itself, which may be confidential.
 */
public record Violation(String pointer, String rule, String says) {}
