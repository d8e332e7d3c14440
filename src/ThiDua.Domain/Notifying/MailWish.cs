namespace ThiDua.Domain.Notifying;

/// <summary>Which mail a person wants of the portal (nhận thư): what is urgent at once and the rest once a day, all of it once a day, or none.</summary>
public enum MailWish { UrgentAndDigest, DigestOnly, None }
