namespace Congregation.Data.Entities;

public enum InvoiceStatus
{
    Open,
    Paid,
    PaymentFailed,
}
