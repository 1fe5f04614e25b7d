//! Coroutines: their bodies, and how they are run.

use crate::make::{Gives, Make, Place, Ty};

impl Make<'_> {
    pub(crate) fn coroutine(&mut self) {
        if self.place != Place::Module || self.scopes.len() != 1 {
            return self.assign();
        }
        let ty = self.ty();
        let gives = Gives::Awaitable(ty);
        self.define("co", Place::Async(ty), gives, |make, gives| {
            if let Gives::Awaitable(ty) = gives {
                let value = make.bounded(ty);
                make.line(&format!("return {value}"));
            }
        });
        let (Some(first), Some(second)) = (self.known(gives), self.known(gives)) else {
            return;
        };
        let main = self.fresh("main");
        match self.src.below(5) {
            0 | 1 => self.line(&format!("print(S(asyncio.run({first})))")),
            2 => {
                self.line(&format!("async def {main}():"));
                self.line(&format!(
                    "    rs = await asyncio.gather({first}, {second}, return_exceptions=True)"
                ));
                self.line("    print([S(r) for r in rs])");
                self.line(&format!("asyncio.run({main}())"));
            }
            3 => {
                self.line(&format!("async def {main}():"));
                self.line("    async with asyncio.TaskGroup() as tg:");
                self.line(&format!(
                    "        ts = [tg.create_task({first}), tg.create_task({second})]"
                ));
                self.line("    print([S(t.result()) for t in ts])");
                self.line("try:");
                self.line(&format!("    asyncio.run({main}())"));
                self.line("except* Exception as e:");
                self.line(
                    "    print(e.message, [(type(x).__name__, str(x)) for x in e.exceptions])",
                );
            }
            _ => {
                self.line(&format!("async def {main}():"));
                self.line(&format!("    t = asyncio.create_task({first})"));
                self.line("    await asyncio.sleep(0)");
                self.line("    print(t.done(), t.cancel())");
                self.line("    try:");
                self.line("        print(S(await t))");
                self.line("    except asyncio.CancelledError as e:");
                self.line("        print('cancelled', e.args)");
                self.line(&format!("asyncio.run({main}())"));
            }
        }
    }

    /// What a coroutine's body does besides.
    pub(crate) fn awaiting(&mut self) {
        let name = self.fresh("a");
        match self.src.below(7) {
            0 => self.line("await asyncio.sleep(0)"),
            1 => {
                let ty = self.ty();
                match self.known(Gives::Awaitable(ty)) {
                    Some(call) => {
                        let name = self.bind("v", ty);
                        self.line(&format!("{name} = await {call}"));
                    }
                    None => self.line("await asyncio.sleep(0)"),
                }
            }
            2 => {
                let count = self.src.below(4);
                self.line(&format!("async for {name} in AG({count}):"));
                self.know(&name, Ty::Int);
                self.loops += 1;
                self.block();
                self.loops -= 1;
                self.line("else:");
                self.block();
            }
            3 => {
                let key = self.literal(Ty::Int);
                let swallow = self.src.pick(&["", ", ValueError", ", Exception"]);
                self.line(&format!("async with CM({key}{swallow}) as {name}:"));
                self.know(&name, Ty::Int);
                self.block();
            }
            4 => {
                let (count, item) = (self.src.below(4), self.fresh("i"));
                self.enter();
                self.know(&item, Ty::Int);
                let value = self.in_comprehension(|make| make.expr(Ty::Int));
                self.leave();
                self.know(&name, Ty::Ints);
                self.line(&format!(
                    "{name} = [{value} async for {item} in AG({count})]"
                ));
            }
            5 => {
                let key = self.expr(Ty::Int);
                self.line(&format!("{name} = asyncio.Queue()"));
                self.line(&format!("await {name}.put({key})"));
                self.line(&format!("print(await {name}.get(), {name}.empty())"));
            }
            _ => {
                let value = self.expr(Ty::Int);
                self.line(&format!(
                    "{name} = asyncio.get_running_loop().create_future()"
                ));
                self.line(&format!(
                    "asyncio.get_running_loop().call_soon({name}.set_result, {value})"
                ));
                self.line(&format!("print(await {name}, {name}.done())"));
            }
        }
    }
}
