using Microsoft.AspNetCore.Mvc;

namespace PerfMonitor.AspNetCore.Tests.Requests;

[ApiController]
[Route("shop/[controller]")]
public sealed class ShopController : ControllerBase
{
    [HttpGet("{id:int}")]
    public int Get(int id) => id;
}
